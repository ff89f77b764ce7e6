package org.liangpai.help.web;

import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.help.HelpFilter;
import org.liangpai.help.HelpStatus;
import org.liangpai.help.HelpUrgency;
import org.liangpai.shared.Parameters;

/** What the address of the list of requests asks for. */
public class HelpQuery {

  @RestQuery String unit;
  @RestQuery String status;
  @RestQuery String urgency;
  @RestQuery String mine;
  @RestQuery String after;

  HelpFilter filter() {
    return new HelpFilter(
        Parameters.optionalText(unit),
        Optional.empty(),
        Parameters.optionalOf(HelpStatus.class, "status", status),
        Parameters.optionalOf(HelpUrgency.class, "urgency", urgency),
        mine());
  }

  /** The address of the requests before an id. */
  String address(String from) {
    UriBuilder address = UriBuilder.fromPath("/help-requests");
    add(address, "unit", unit());
    add(address, "status", status());
    add(address, "urgency", urgency());
    add(address, "mine", mine() ? "true" : "");
    add(address, "after", from);
    return address.build().toString();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, "{value}").resolveTemplate("value", value);
    }
  }

  public String unit() {
    return text(unit);
  }

  public String status() {
    return text(status);
  }

  public String urgency() {
    return text(urgency);
  }

  /** Only where it is the viewer's turn. */
  public boolean mine() {
    return "true".equals(mine);
  }

  public String after() {
    return text(after);
  }

  private static String text(String value) {
    return Parameters.optionalText(value).orElse("");
  }
}

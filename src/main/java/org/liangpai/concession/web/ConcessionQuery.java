package org.liangpai.concession.web;

import jakarta.ws.rs.core.UriBuilder;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.concession.ConcessionFilter;
import org.liangpai.concession.ConcessionKind;
import org.liangpai.concession.ConcessionStatus;
import org.liangpai.shared.Parameters;

/** What the address of the list of requests asks for. */
public class ConcessionQuery {

  @RestQuery String unit;
  @RestQuery String kind;
  @RestQuery String status;
  @RestQuery String mine;
  @RestQuery String after;

  ConcessionFilter filter() {
    return new ConcessionFilter(
        Parameters.optionalText(unit),
        Optional.empty(),
        Parameters.optionalOf(ConcessionKind.class, "kind", kind),
        Parameters.optionalOf(ConcessionStatus.class, "status", status),
        mine());
  }

  /** The address of the requests before an id. */
  String address(String from) {
    UriBuilder address = UriBuilder.fromPath("/concessions");
    add(address, "unit", unit());
    add(address, "kind", kind());
    add(address, "status", status());
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

  public String kind() {
    return text(kind);
  }

  public String status() {
    return text(status);
  }

  /** Only what waits for the viewer. */
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

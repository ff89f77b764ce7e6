package org.liangpai.help.web;

import java.util.Optional;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.help.HelpFilter;
import org.liangpai.help.HelpStatus;
import org.liangpai.help.HelpUrgency;
import org.liangpai.shared.ListAddress;
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
    return ListAddress.of("/help-requests")
        .with("unit", unit())
        .with("status", status())
        .with("urgency", urgency())
        .with("mine", mine() ? "true" : "")
        .with("after", from)
        .toString();
  }

  public String unit() {
    return Parameters.text(unit);
  }

  public String status() {
    return Parameters.text(status);
  }

  public String urgency() {
    return Parameters.text(urgency);
  }

  /** Only where it is the viewer's turn. */
  public boolean mine() {
    return "true".equals(mine);
  }

  public String after() {
    return Parameters.text(after);
  }
}

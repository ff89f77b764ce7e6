package org.liangpai.escalation.web;

import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.escalation.StepFilter;
import org.liangpai.shared.Parameters;
import org.liangpai.warninglist.Rung;

/** What the address of the list of steps asks for. */
public class StepQuery {

  @RestQuery String unit;
  @RestQuery String rung;
  @RestQuery String card;
  @RestQuery String after;

  StepFilter filter() {
    return new StepFilter(
        Parameters.optionalText(card),
        Parameters.optionalText(unit),
        Parameters.optionalOf(Rung.Name.class, "rung", rung));
  }

  /** The address of the steps before an id. */
  String address(String from) {
    UriBuilder address = UriBuilder.fromPath("/escalations");
    add(address, "unit", unit());
    add(address, "rung", rung());
    add(address, "card", card());
    add(address, "after", from);
    return address.build().toString();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, "{value}").resolveTemplate("value", value);
    }
  }

  public String unit() {
    return Parameters.optionalText(unit).orElse("");
  }

  public String rung() {
    return Parameters.optionalText(rung).orElse("");
  }

  public String card() {
    return Parameters.optionalText(card).orElse("");
  }
}

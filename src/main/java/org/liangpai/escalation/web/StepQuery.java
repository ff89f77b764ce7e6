package org.liangpai.escalation.web;

import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.escalation.StepFilter;
import org.liangpai.shared.ListAddress;
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
    return ListAddress.of("/escalations")
        .with("unit", unit())
        .with("rung", rung())
        .with("card", card())
        .with("after", from)
        .toString();
  }

  /** Whether it is the first page of all steps, of a unit at most. */
  boolean isPlain() {
    return Parameters.after(after) == 0 && rung().isEmpty() && card().isEmpty();
  }

  public String unit() {
    return Parameters.text(unit);
  }

  public String rung() {
    return Parameters.text(rung);
  }

  public String card() {
    return Parameters.text(card);
  }
}

package org.liangpai.rectification.web;

import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.rectification.TurnFilter;
import org.liangpai.shared.ListAddress;
import org.liangpai.shared.Parameters;

/** What the address of the list asks for; whoever takes turns is first shown their own. */
public class TurnQuery {

  private static final String ALL = "all";

  @RestQuery String show;
  @RestQuery String unit;
  @RestQuery String after;

  TurnFilter filter(boolean takesTurns) {
    return new TurnFilter(takesTurns && !ALL.equals(show()), Parameters.optionalText(unit));
  }

  /** The address of the lines after a key. */
  String address(String from) {
    return ListAddress.of("/rectification")
        .with("show", show())
        .with("unit", unit())
        .with("after", from)
        .toString();
  }

  public String show() {
    return Parameters.text(show);
  }

  public String unit() {
    return Parameters.text(unit);
  }

  public String after() {
    return Parameters.text(after);
  }
}

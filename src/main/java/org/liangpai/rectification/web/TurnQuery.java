package org.liangpai.rectification.web;

import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.rectification.TurnFilter;
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
    UriBuilder address = UriBuilder.fromPath("/rectification");
    add(address, "show", show());
    add(address, "unit", unit());
    add(address, "after", from);
    return address.build().toString();
  }

  private static void add(UriBuilder address, String name, String value) {
    if (!value.isEmpty()) {
      address.queryParam(name, "{value}").resolveTemplate("value", value);
    }
  }

  public String show() {
    return text(show);
  }

  public String unit() {
    return text(unit);
  }

  public String after() {
    return text(after);
  }

  private static String text(String value) {
    return Parameters.optionalText(value).orElse("");
  }
}

package org.liangpai.card.web;

import jakarta.ws.rs.core.UriBuilder;
import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.card.CardFilter;
import org.liangpai.card.CardStatus;
import org.liangpai.shared.Parameters;
import org.liangpai.warninglist.Level;

/** What the address of the list of cards asks for. */
public class CardQuery {

  @RestQuery String unit;
  @RestQuery String branch;
  @RestQuery String level;
  @RestQuery String status;
  @RestQuery String dueBefore;
  @RestQuery String overdue;
  @RestQuery String after;

  CardFilter filter() {
    return new CardFilter(
        Parameters.optionalText(unit),
        Parameters.optionalText(branch),
        Parameters.optionalOf(Level.class, "level", level),
        Parameters.optionalOf(CardStatus.class, "status", status),
        Parameters.optionalDay("dueBefore", dueBefore),
        overdue());
  }

  /** The address of the cards after a number. */
  String address(String from) {
    UriBuilder address = UriBuilder.fromPath("/cards");
    add(address, "unit", unit());
    add(address, "branch", branch());
    add(address, "level", level());
    add(address, "status", status());
    add(address, "dueBefore", dueBefore());
    add(address, "overdue", overdue() ? "true" : "");
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

  public String branch() {
    return text(branch);
  }

  public String level() {
    return text(level);
  }

  public String status() {
    return text(status);
  }

  public String dueBefore() {
    return text(dueBefore);
  }

  public boolean overdue() {
    return "true".equals(overdue);
  }

  public String after() {
    return text(after);
  }

  private static String text(String value) {
    return Parameters.optionalText(value).orElse("");
  }
}

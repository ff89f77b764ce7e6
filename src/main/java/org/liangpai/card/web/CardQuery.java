package org.liangpai.card.web;

import org.jboss.resteasy.reactive.RestQuery;
import org.liangpai.card.CardFilter;
import org.liangpai.card.CardStatus;
import org.liangpai.shared.ListAddress;
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
  @RestQuery String open;
  @RestQuery String after;

  CardFilter filter() {
    return new CardFilter(
        Parameters.optionalText(unit),
        Parameters.optionalText(branch),
        Parameters.optionalOf(Level.class, "level", level),
        Parameters.optionalOf(CardStatus.class, "status", status),
        Parameters.optionalDay("dueBefore", dueBefore),
        overdue(),
        open());
  }

  /** The address of the cards after a number. */
  String address(String from) {
    return ListAddress.of("/cards")
        .with("unit", unit())
        .with("branch", branch())
        .with("level", level())
        .with("status", status())
        .with("dueBefore", dueBefore())
        .with("overdue", overdue() ? "true" : "")
        .with("open", open() ? "true" : "")
        .with("after", from)
        .toString();
  }

  public String unit() {
    return Parameters.text(unit);
  }

  public String branch() {
    return Parameters.text(branch);
  }

  public String level() {
    return Parameters.text(level);
  }

  public String status() {
    return Parameters.text(status);
  }

  public String dueBefore() {
    return Parameters.text(dueBefore);
  }

  public boolean overdue() {
    return "true".equals(overdue);
  }

  public boolean open() {
    return "true".equals(open);
  }

  public String after() {
    return Parameters.text(after);
  }
}

package org.liangpai.card;

import java.lang.reflect.Field;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.liangpai.calendar.DueDay;
import org.liangpai.evaluation.Grade;
import org.liangpai.warninglist.Level;

/** Cards in memory, and what is put on them. */
final class CardFixture {

  static final YearMonth MONTH = YearMonth.of(2026, 9);
  static final LocalDate ISSUED = LocalDate.of(2026, 10, 12);
  static final LocalDate DUE = LocalDate.of(2026, 10, 26);

  private CardFixture() {}

  /** A card of branch B1, issued by W1 and graded, without lines. */
  static Card aCard(Level level) {
    return aCard("B1", 1, level);
  }

  static Card aCard(String branch, int sequence, Level level) {
    Card card =
        new Card(
            new CardNumber("W1", 2026, sequence),
            new Holder(HolderKind.BRANCH, branch, "W1"),
            MONTH,
            "核实人",
            Instant.parse("2026-10-12T02:00:00Z"),
            ISSUED);
    card.grade(new Grade(level, "取最重情形的等级"));
    return card;
  }

  /** A line on the card, due on a day. */
  static CardLine lineOn(Card card, String item, Level level, LocalDate due) {
    return lineOn(card, item, level, new DueDay(due, false, ISSUED, 10));
  }

  static CardLine lineOn(Card card, String item, Level level, DueDay due) {
    CardLine line =
        new CardLine(
            card, new CardLine.Found(card.holder().code(), item, level, level, false), due);
    card.add(line);
    return line;
  }

  /** The ladder raises a card in the database, in one statement with its step. */
  static void raise(Card card, Level to) {
    try {
      for (String name : List.of("level", "raisedLevel")) {
        Field field = Card.class.getDeclaredField(name);
        field.setAccessible(true);
        field.set(card, to);
      }
    } catch (ReflectiveOperationException renamed) {
      throw new AssertionError(renamed);
    }
  }

  /** The line goes all the way until its holder has reported it. */
  static void report(Card card, CardLine line) {
    card.move(line, LineStage.PLANNED);
    card.move(line, LineStage.IN_WORK);
    card.move(line, LineStage.REPORTED);
  }
}

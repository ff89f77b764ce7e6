package org.liangpai.evaluation;

import org.liangpai.warninglist.Level;

/** A card of the branch that was open on the last day of the judged month. */
public record CardAt(CardSpan span, Day asOf) {

  /** It is of that level or a graver one. */
  public Condition atLeast(Level level) {
    return Condition.of(
        span.level().compareTo(level) >= 0, Readings.of("cardLevel", span.level().name()));
  }

  /** Whole days from its issue to the last day of the month. */
  public Figure daysSinceIssued() {
    return Day.of("issuedOn", span.issuedOn()).daysUntil(asOf).named("daysSinceIssued");
  }
}

package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.util.Map;

/**
 * A condition that was looked at: whether it holds, what was read for it, and what was missing.
 * Only an unknown condition keeps gaps, so the gaps of a whole are those that could decide it.
 */
public final class Condition {

  private final Truth truth;
  private final Readings readings;
  private final String outOfScope;
  private final BigDecimal measure;
  private final boolean unknownMany;

  private Condition(Truth truth, Readings readings, String outOfScope, BigDecimal measure) {
    this(truth, readings, outOfScope, measure, false);
  }

  private Condition(
      Truth truth, Readings readings, String outOfScope, BigDecimal measure, boolean unknownMany) {
    this.truth = truth;
    this.readings = truth == Truth.UNKNOWN ? readings : readings.withoutGaps();
    this.outOfScope = outOfScope;
    this.measure = measure;
    this.unknownMany = unknownMany;
  }

  static Condition of(Truth truth, Readings readings) {
    return new Condition(truth, readings, null, null);
  }

  static Condition of(boolean holds, Readings readings) {
    return of(Truth.of(holds), readings);
  }

  static Condition unknown(String gap) {
    return of(Truth.UNKNOWN, Readings.gap(gap));
  }

  /** Both hold. */
  public Condition and(Condition other) {
    return of(truth.and(other.truth), gapsThatMatter(other));
  }

  /** At least one of both holds. */
  public Condition or(Condition other) {
    return of(truth.or(other.truth), gapsThatMatter(other));
  }

  /** It does not hold. */
  public Condition not() {
    return of(truth.not(), readings);
  }

  /**
   * This condition where the other one holds; where that does not hold the item does not apply.
   *
   * @param why one Chinese phrase, given where the item does not apply, such as 未设支委会
   */
  public Condition where(Condition scope, String why) {
    if (scope.truth == Truth.FALSE) {
      return new Condition(Truth.FALSE, scope.readings, why, null);
    }
    return new Condition(scope.truth.and(truth), scope.gapsThatMatter(this), outOfScope, measure);
  }

  /** The same with the figure by which the level of a hit is decided, such as days overdue. */
  public Condition measured(Figure figure) {
    return new Condition(
        truth, readings.and(figure.readings().withoutGaps()), outOfScope, figure.value());
  }

  /** The same with a value for the sentence, such as the limit that stands for the domain. */
  public Condition told(String name, Object value) {
    return new Condition(truth, readings.with(name, value), outOfScope, measure);
  }

  /**
   * The same without the values that were read: those of an earlier month would hide this month's.
   */
  Condition withoutReadings() {
    return of(truth, new Readings(Map.of(), readings.gaps()));
  }

  /** The same, standing for things of which not even the number is known. */
  Condition ofUnknownMany() {
    return new Condition(truth, readings, outOfScope, measure, true);
  }

  boolean isOfUnknownMany() {
    return unknownMany;
  }

  private Readings gapsThatMatter(Condition other) {
    return readings.and(other.readings);
  }

  Truth truth() {
    return truth;
  }

  Readings readings() {
    return readings;
  }

  String outOfScope() {
    return outOfScope;
  }

  BigDecimal measure() {
    return measure;
  }
}

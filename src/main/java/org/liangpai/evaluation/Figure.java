package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import org.liangpai.warninglist.Fraction;

/**
 * A number that was read or computed, or an unknown one with the gaps that make it so. Never
 * floating point.
 */
public final class Figure {

  private final BigDecimal value;
  private final Readings readings;

  private Figure(BigDecimal value, Readings readings) {
    this.value = value;
    this.readings = readings;
  }

  static Figure of(String name, BigDecimal value) {
    return new Figure(value, Readings.of(name, value));
  }

  static Figure of(String name, long value) {
    return of(name, BigDecimal.valueOf(value));
  }

  static Figure unknown(Readings readings) {
    return new Figure(null, readings);
  }

  static Figure computed(BigDecimal value, Readings readings) {
    return new Figure(value, readings);
  }

  /** The same figure under a name of its own, kept beside the readings it was computed from. */
  public Figure named(String name) {
    return new Figure(value, value == null ? readings : readings.with(name, plain(value)));
  }

  /**
   * The same without the values it was computed from: of many parts only the last would be told.
   */
  Figure withoutParts() {
    return new Figure(value, new Readings(Map.of(), readings.gaps()));
  }

  /** The sum; unknown if a part is. */
  public Figure plus(Figure other) {
    return computed(
        isKnownWith(other) ? value.add(other.value) : null, readings.and(other.readings));
  }

  /** The difference; unknown if a part is. */
  public Figure minus(Figure other) {
    return computed(
        isKnownWith(other) ? value.subtract(other.value) : null, readings.and(other.readings));
  }

  public Condition is(int limit) {
    return compared(limit, order -> order == 0);
  }

  public Condition above(int limit) {
    return compared(limit, order -> order > 0);
  }

  public Condition atLeast(int limit) {
    return compared(limit, order -> order >= 0);
  }

  public Condition below(int limit) {
    return compared(limit, order -> order < 0);
  }

  public Condition atMost(int limit) {
    return compared(limit, order -> order <= 0);
  }

  public Condition below(Figure other) {
    return compared(other, order -> order < 0);
  }

  /** Less than the share of the whole, by cross-multiplication. */
  public Condition belowShare(Fraction share, Figure whole) {
    return sharesCompared(share, whole, order -> order < 0);
  }

  /** At most the share of the whole. */
  public Condition atMostShare(Fraction share, Figure whole) {
    return sharesCompared(share, whole, order -> order <= 0);
  }

  /** More than the share of the whole. */
  public Condition aboveShare(Fraction share, Figure whole) {
    return sharesCompared(share, whole, order -> order > 0);
  }

  private Condition compared(int limit, Order order) {
    return value == null
        ? Condition.of(Truth.UNKNOWN, readings)
        : Condition.of(order.holds(value.compareTo(BigDecimal.valueOf(limit))), readings);
  }

  private Condition compared(Figure other, Order order) {
    Readings both = readings.and(other.readings);
    return isKnownWith(other)
        ? Condition.of(order.holds(value.compareTo(other.value)), both)
        : Condition.of(Truth.UNKNOWN, both);
  }

  private Condition sharesCompared(Fraction share, Figure whole, Order order) {
    return times(share.denominator()).compared(whole.times(share.numerator()), order);
  }

  private Figure times(int factor) {
    return computed(value == null ? null : value.multiply(BigDecimal.valueOf(factor)), readings);
  }

  private boolean isKnownWith(Figure other) {
    return value != null && other.value != null;
  }

  BigDecimal value() {
    return value;
  }

  Readings readings() {
    return readings;
  }

  private static Object plain(BigDecimal value) {
    return value.signum() == 0 || value.stripTrailingZeros().scale() <= 0
        ? value.setScale(0, RoundingMode.UNNECESSARY)
        : value;
  }

  private interface Order {
    boolean holds(int order);
  }
}

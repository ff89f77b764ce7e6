package org.liangpai.evaluation;

import java.math.BigDecimal;

/**
 * How often something happened: at least {@code least} times, at most {@code most} (without limit
 * if something is missing).
 */
public final class Count {

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final int least;
  private final int most;
  private final Readings readings;

  private Count(int least, int most, Readings readings) {
    this.least = least;
    this.most = most;
    this.readings = readings;
  }

  static Count exactly(String name, int count) {
    return new Count(count, count, Readings.of(name, count));
  }

  /**
   * @param gap what is missing, in Chinese
   */
  static Count between(String name, int least, int most, String gap) {
    return new Count(least, most, Readings.of(name, least).and(Readings.gap(gap)));
  }

  static Count atLeastSoMany(String name, int least, String gap) {
    return between(name, least, UNLIMITED, gap);
  }

  public Condition below(int limit) {
    Truth truth = most < limit ? Truth.TRUE : least >= limit ? Truth.FALSE : Truth.UNKNOWN;
    return Condition.of(truth, readings);
  }

  public Condition atLeast(int limit) {
    return below(limit).not();
  }

  public Condition above(int limit) {
    return below(limit + 1).not();
  }

  /** Below a figure that was read. */
  public Condition below(Figure limit) {
    BigDecimal value = limit.value();
    return value == null
        ? Condition.of(Truth.UNKNOWN, readings.and(limit.readings()))
        : below(value.intValueExact()).and(Condition.of(true, limit.readings()));
  }
}

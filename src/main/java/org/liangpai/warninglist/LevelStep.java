package org.liangpai.warninglist;

import java.math.BigDecimal;
import java.time.Month;
import java.time.YearMonth;
import java.util.List;
import java.util.function.ToIntFunction;

/** A level and the conditions that must all hold for it; with none, it always holds. */
public record LevelStep(Level level, List<Condition> conditions) {

  /** What a condition of a step looks at. */
  public enum Test {
    /** At least so many windows running. */
    RUNNING,
    /** The measure is more than this. */
    ABOVE,
    /** The measure is this or more. */
    FROM,
    /** The month of the year is this. */
    MONTH
  }

  /** One condition of a step. */
  public record Condition(Test test, StepLimit limit) {

    boolean holds(int running, BigDecimal measure, YearMonth month) {
      return switch (test) {
        case RUNNING -> running >= limit.value();
        case ABOVE -> measure != null && measure.compareTo(limitAsDecimal()) > 0;
        case FROM -> measure != null && measure.compareTo(limitAsDecimal()) >= 0;
        case MONTH -> month.getMonth() == Month.of(limit.value());
      };
    }

    private BigDecimal limitAsDecimal() {
      return BigDecimal.valueOf(limit.value());
    }
  }

  boolean holds(int running, BigDecimal measure, YearMonth month) {
    return conditions.stream().allMatch(condition -> condition.holds(running, measure, month));
  }

  LevelStep resolvedBy(ToIntFunction<String> thresholds) {
    return new LevelStep(
        level,
        conditions.stream()
            .map(one -> new Condition(one.test(), one.limit().resolvedBy(thresholds)))
            .toList());
  }
}

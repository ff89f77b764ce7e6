package org.liangpai.warninglist;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;

/** The levels that an item may reach, from the mildest step to the most severe. */
public record LevelLadder(List<LevelStep> steps) {

  /**
   * The worst level whose conditions all hold; empty if none does, which makes no hit.
   *
   * @param running how many windows have been hit in a row, this one included
   * @param measure what the item measures, such as days; null if it measures nothing
   */
  public Optional<Level> levelFor(int running, BigDecimal measure, YearMonth month) {
    return steps.stream()
        .filter(step -> step.holds(running, measure, month))
        .map(LevelStep::level)
        .max(Comparator.naturalOrder());
  }

  /** The same ladder with the named thresholds looked up. */
  LevelLadder resolvedBy(ToIntFunction<String> thresholds) {
    return new LevelLadder(steps.stream().map(step -> step.resolvedBy(thresholds)).toList());
  }
}

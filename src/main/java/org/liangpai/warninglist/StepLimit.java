package org.liangpai.warninglist;

import java.util.function.ToIntFunction;

/**
 * The number of a condition of a level step: written down, or the name of a threshold.
 *
 * @param number the number, unless a threshold is named
 * @param threshold the name of a threshold, or an empty text
 */
public record StepLimit(int number, String threshold) {

  /** A number written down. */
  static StepLimit of(int number) {
    return new StepLimit(number, "");
  }

  /** The name of a threshold. */
  static StepLimit named(String threshold) {
    return new StepLimit(0, threshold);
  }

  /** Whether it is still the name of a threshold. */
  public boolean isNamed() {
    return !threshold.isEmpty();
  }

  StepLimit resolvedBy(ToIntFunction<String> thresholds) {
    return isNamed() ? of(thresholds.applyAsInt(threshold)) : this;
  }

  int value() {
    if (isNamed()) {
      throw new IllegalStateException("Threshold " + threshold + " was not looked up");
    }
    return number;
  }
}

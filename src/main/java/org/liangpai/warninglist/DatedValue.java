package org.liangpai.warninglist;

import java.time.YearMonth;
import java.util.List;

/** A value that applies from a month on, until the next value of its list does. */
public record DatedValue<T>(YearMonth since, T value) {

  /** The value in force in a month; a month before the first value uses the first value. */
  public static <T> T asOf(YearMonth month, List<DatedValue<T>> values) {
    T inForce = values.get(0).value();
    for (DatedValue<T> dated : values) {
      if (!dated.since().isAfter(month)) {
        inForce = dated.value();
      }
    }
    return inForce;
  }
}

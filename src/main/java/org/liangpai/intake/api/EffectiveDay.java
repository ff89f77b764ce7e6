package org.liangpai.intake.api;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import org.liangpai.shared.Invalid;

/** The day of a request from which changes of the roster hold. */
final class EffectiveDay {

  private EffectiveDay() {}

  static Optional<LocalDate> parse(String text) {
    if (text == null || text.isBlank()) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (day.getYear() >= 1900 && day.getYear() <= 2100) {
        return Optional.of(day);
      }
    } catch (DateTimeException noSuchDay) {
      // Refused below like any other text that is no day.
    }
    throw new Invalid("effectiveOn", "不是有效的日期，应如 2026-01-05，年份在1900到2100之间");
  }
}

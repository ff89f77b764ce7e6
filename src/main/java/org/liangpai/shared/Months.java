package org.liangpai.shared;

import java.time.DateTimeException;
import java.time.YearMonth;

/** Reads a month of a request, such as {@code 2026-10}. */
public final class Months {

  private Months() {}

  /** The month; anything else is refused under the name of its parameter. */
  public static YearMonth parse(String parameter, String text) {
    try {
      if (text != null && text.matches("(19|20)\\d{2}-\\d{2}")) {
        return YearMonth.parse(text);
      }
    } catch (DateTimeException noSuchMonth) {
      // Refused below like any other text that is no month.
    }
    throw new Invalid(parameter, "不是有效的月份，应如 2026-10");
  }
}

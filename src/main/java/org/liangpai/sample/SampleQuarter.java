package org.liangpai.sample;

import java.time.YearMonth;

/** What is due once a quarter, and in which of its months a branch does it. */
final class SampleQuarter {

  private static final int MONTHS = 3;

  private SampleQuarter() {}

  /** The last month of the quarter of a month. */
  static YearMonth end(YearMonth month) {
    return month.plusMonths((MONTHS - month.getMonthValue() % MONTHS) % MONTHS);
  }

  /** The month is that of its quarter which a number chooses. */
  static boolean isMonth(YearMonth month, int number) {
    return month.getMonthValue() % MONTHS == number % MONTHS;
  }
}

package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Stream;

/**
 * The months of the city: thirteen, so that the last is preceded by a whole year.
 *
 * @param today no record was filed after it
 */
record SampleSpan(YearMonth first, YearMonth last, LocalDate today) {

  private static final int MONTHS_BEFORE_LAST = 12;

  /** The months up to the last that is over. */
  static SampleSpan until(LocalDate today) {
    YearMonth last = YearMonth.from(today).minusMonths(1);
    return new SampleSpan(last.minusMonths(MONTHS_BEFORE_LAST), last, today);
  }

  List<YearMonth> months() {
    return Stream.iterate(first, month -> !month.isAfter(last), month -> month.plusMonths(1))
        .toList();
  }
}

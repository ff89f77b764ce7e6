package org.liangpai.warninglist;

import java.time.Month;
import java.time.YearMonth;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The months of the year in which an item is judged. */
public record JudgedMonths(Rhythm rhythm, List<Month> months) {

  /** Every month. */
  static JudgedMonths every() {
    return new JudgedMonths(Rhythm.MONTHLY, List.of(Month.values()));
  }

  /** The last month of each quarter. */
  static JudgedMonths quarterEnds() {
    return new JudgedMonths(
        Rhythm.QUARTERLY, List.of(Month.MARCH, Month.JUNE, Month.SEPTEMBER, Month.DECEMBER));
  }

  /** Some months of the year. */
  static JudgedMonths named(Set<Month> months) {
    return new JudgedMonths(Rhythm.NAMED_MONTHS, List.copyOf(EnumSet.copyOf(months)));
  }

  /** Whether a month is one of them. */
  public boolean include(YearMonth month) {
    return months.contains(month.getMonth());
  }
}

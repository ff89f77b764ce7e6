package org.liangpai.demonstration;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The months that a candidate is judged by, in the order of time, up to the latest that was swept.
 *
 * @param filingDays the day by which the record of each month was to be filed
 * @param notSwept those among them that were not swept
 */
record AskedMonths(List<YearMonth> months, List<LocalDate> filingDays, List<YearMonth> notSwept) {

  static AskedMonths until(
      YearMonth last, int number, Set<YearMonth> swept, Function<YearMonth, LocalDate> filingDay) {
    List<YearMonth> months =
        Stream.iterate(last.minusMonths(number - 1L), month -> month.plusMonths(1))
            .limit(number)
            .toList();
    return new AskedMonths(
        months,
        months.stream().map(filingDay).toList(),
        months.stream().filter(month -> !swept.contains(month)).toList());
  }

  int number() {
    return months.size();
  }

  LocalDate firstDay() {
    return months.get(0).atDay(1);
  }

  LocalDate lastMonth() {
    return months.get(months.size() - 1).atDay(1);
  }

  String[] monthTexts() {
    return months.stream().map(month -> month.atDay(1).toString()).toArray(String[]::new);
  }

  String[] filingDayTexts() {
    return filingDays.stream().map(LocalDate::toString).toArray(String[]::new);
  }

  /** 2026年5月至2026年10月. */
  String text() {
    return chinese(months.get(0)) + (number() == 1 ? "" : "至" + chinese(months.get(number() - 1)));
  }

  String notSweptText() {
    return notSwept.stream().map(AskedMonths::chinese).collect(Collectors.joining("、"));
  }

  private static String chinese(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月";
  }
}

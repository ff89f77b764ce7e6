package org.liangpai.branchclass;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liangpai.shared.Invalid;

/** A calendar quarter, written as {@code 2026-Q3}. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

  private static final Pattern FORM = Pattern.compile("(\\d{4})-?[Qq]([1-4])");
  private static final int MONTHS = 3;

  /** The quarter that a day lies in. */
  public static Quarter of(LocalDate day) {
    return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
  }

  /** Reads one. */
  public static Quarter parse(String text) {
    Matcher found = FORM.matcher(text == null ? "" : text.strip());
    if (!found.matches()) {
      throw new Invalid("quarter", "季度“" + (text == null ? "" : text) + "”无效，应如 2026-Q3");
    }
    return new Quarter(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
  }

  public LocalDate firstDay() {
    return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
  }

  public LocalDate lastDay() {
    return firstDay().plusMonths(MONTHS).minusDays(1);
  }

  /** The quarter before. */
  public Quarter before() {
    return of(firstDay().minusDays(1));
  }

  /** The quarter after. */
  public Quarter after() {
    return of(lastDay().plusDays(1));
  }

  /** Its three months. */
  public List<YearMonth> months() {
    YearMonth first = YearMonth.from(firstDay());
    return List.of(first, first.plusMonths(1), first.plusMonths(2));
  }

  /** 2026年第三季度. */
  public String chinese() {
    return year + "年第" + List.of("一", "二", "三", "四").get(number - 1) + "季度";
  }

  @Override
  public int compareTo(Quarter other) {
    return firstDay().compareTo(other.firstDay());
  }

  @Override
  public String toString() {
    return year + "-Q" + number;
  }
}

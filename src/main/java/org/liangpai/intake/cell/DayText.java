package org.liangpai.intake.cell;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which people and spreadsheets write a day or a month. */
final class DayText {

  private static final Pattern DAY =
      Pattern.compile(
          "(\\d{4})(?:-(\\d{1,2})-(\\d{1,2})|/(\\d{1,2})/(\\d{1,2})|\\.(\\d{1,2})\\.(\\d{1,2})"
              + "|年(\\d{1,2})月(\\d{1,2})日)(?:[ T]\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d{1,9})?)?)?");

  // No dot here: a spreadsheet turns 2026.10 into 2026.1, and October into January.
  private static final Pattern MONTH =
      Pattern.compile("(\\d{4})(?:-(\\d{1,2})|/(\\d{1,2})|年(\\d{1,2})月)");

  // Five digits, 1927 to 2100; fewer would read a plain year or count as a day of about 1905.
  private static final Pattern SERIAL = Pattern.compile("(\\d{5})(?:\\.\\d+)?");

  private static final LocalDate SERIAL_ZERO = LocalDate.of(1899, 12, 30);

  private DayText() {}

  static Optional<LocalDate> day(String text) {
    Matcher serial = SERIAL.matcher(text);
    if (serial.matches()) {
      return sane(SERIAL_ZERO.plusDays(Integer.parseInt(serial.group(1))));
    }
    Matcher day = DAY.matcher(text);
    if (!day.matches()) {
      return Optional.empty();
    }
    int pair = firstGroup(day, 2, 2);
    try {
      return sane(LocalDate.of(number(day, 1), number(day, pair), number(day, pair + 1)));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  static Optional<YearMonth> month(String text) {
    Matcher month = MONTH.matcher(text);
    if (!month.matches()) {
      return day(text).map(YearMonth::from);
    }
    try {
      YearMonth value = YearMonth.of(number(month, 1), number(month, firstGroup(month, 2, 1)));
      return sane(value.atDay(1)).map(YearMonth::from);
    } catch (DateTimeException noSuchMonth) {
      return Optional.empty();
    }
  }

  private static int firstGroup(Matcher matcher, int from, int step) {
    int group = from;
    while (matcher.group(group) == null) {
      group += step;
    }
    return group;
  }

  private static int number(Matcher matcher, int group) {
    return Integer.parseInt(matcher.group(group));
  }

  private static Optional<LocalDate> sane(LocalDate day) {
    return Optional.of(day).filter(it -> it.getYear() >= 1900 && it.getYear() <= 2100);
  }
}

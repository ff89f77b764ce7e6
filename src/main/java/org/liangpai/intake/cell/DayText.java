package org.liangpai.intake.cell;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liangpai.shared.ClockProducer;

/** The ways in which people and programs write a day or a month. */
final class DayText {

  private static final String DATE =
      "(?<year>\\d{4})(?:(?<month>\\d{2})(?<day>\\d{2})"
          + "|\\s*(?<sign>[-/.、,。·—–])\\s*(?<month2>\\d{1,2})\\s*\\k<sign>\\s*(?<day2>\\d{1,2})日?"
          + "|\\s*年\\s*(?<month3>\\d{1,2})\\s*月\\s*(?<day3>\\d{1,2})\\s*[日号]?)";

  private static final String WEEKDAY = "(?:\\s*\\(?(?:星期|周)[一二三四五六日天]\\)?)?";

  private static final String TIME =
      "(?:(?:\\s*T\\s*|\\s+|(?<=[日号)]))(?<half>上午|下午|AM|PM)?\\s*(?<hour>\\d{1,2})(?:[:时点])"
          + "(?:(?<minute>\\d{1,2})分?)?(?::?(?<second>\\d{2})(?:\\.\\d{1,9})?秒?)?"
          + "\\s*(?<half2>AM|PM)?\\s*(?<zone>Z|[+-]\\d{2}:?\\d{2})?)?";

  private static final Pattern DAY =
      Pattern.compile(DATE + WEEKDAY + TIME, Pattern.CASE_INSENSITIVE);

  private static final Pattern MONTH =
      Pattern.compile(
          "(\\d{4})(?:(\\d{2})|\\s*[-/、.。—]\\s*(\\d{1,2})月?|\\s*年\\s*(\\d{1,2})\\s*月份?)");

  /** A spreadsheet turns 2026.10 into 2026.1, and October into January. */
  private static final Pattern JANUARY_OR_OCTOBER = Pattern.compile("\\d{4}\\.1");

  // Five digits, 1927 to 2100; fewer would read a plain year or count as a day of about 1905.
  private static final Pattern SERIAL = Pattern.compile("\\d{5}(?:\\.\\d{1,20})?");

  private static final Pattern WHOLE = Pattern.compile("(\\d{6}|\\d{8})\\.0+");

  private static final int LONGEST = 64;
  private static final LocalTime LAST_MINUTE = LocalTime.of(23, 59);
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  private DayText() {}

  /** The day of a text; of a time a little before midnight, as web exports write, the next one. */
  static Optional<LocalDate> day(String text) {
    return day(text, false);
  }

  static Optional<LocalDate> day(String text, boolean since1904) {
    if (isIso(text)) {
      return iso(text);
    }
    String digits = digits(text);
    try {
      if (SERIAL.matcher(digits).matches()) {
        return SerialDay.of(new BigDecimal(digits), since1904).flatMap(DayText::sane);
      }
      Matcher form = DAY.matcher(digits);
      return form.matches() ? sane(day(form)) : Optional.empty();
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  static Optional<YearMonth> month(String text) {
    return month(text, false);
  }

  static Optional<YearMonth> month(String text, boolean since1904) {
    String digits = digits(text);
    Matcher month = MONTH.matcher(digits);
    if (!month.matches()) {
      return day(text, since1904).map(YearMonth::from);
    }
    if (isJanuaryOrOctober(digits)) {
      return Optional.empty();
    }
    try {
      YearMonth value = YearMonth.of(number(month.group(1)), number(first(month, 2, 3, 4)));
      return sane(value.atDay(1)).map(YearMonth::from);
    } catch (DateTimeException noSuchMonth) {
      return Optional.empty();
    }
  }

  static boolean isJanuaryOrOctober(String text) {
    return JANUARY_OR_OCTOBER.matcher(text).matches();
  }

  /** Most days by far are written so, and need no pattern. */
  private static boolean isIso(String text) {
    if (text.length() != 10 || text.charAt(4) != '-' || text.charAt(7) != '-') {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (i != 4 && i != 7 && (c < '0' || c > '9')) {
        return false;
      }
    }
    return true;
  }

  private static Optional<LocalDate> iso(String text) {
    try {
      return sane(LocalDate.parse(text));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  private static String digits(String text) {
    if (text.length() > LONGEST) {
      return "";
    }
    Matcher whole = WHOLE.matcher(text);
    return whole.matches() ? whole.group(1) : ChineseDay.digits(text);
  }

  private static LocalDate day(Matcher form) {
    LocalDate day =
        LocalDate.of(
            number(form.group("year")),
            number(first(form, "month", "month2", "month3")),
            number(first(form, "day", "day2", "day3")));
    if (form.group("hour") == null) {
      return day;
    }
    int hour = number(form.group("hour"));
    if (hour == 24) {
      return day.plusDays(1);
    }
    LocalTime time = LocalTime.of(hour, number(form.group("minute")), number(form.group("second")));
    String half = first(form, "half", "half2");
    if (half != null && half.matches("(?i)下午|PM") && hour < 12) {
      time = time.plusHours(12);
    }
    if (form.group("zone") != null) {
      return day.atTime(time)
          .toInstant(ZoneOffset.of(form.group("zone").toUpperCase(Locale.ROOT)))
          .atZone(ClockProducer.ZONE)
          .toLocalDate();
    }
    if (time.equals(END_OF_DAY)) {
      throw new DateTimeException("The end of this day, or a midnight that slipped");
    }
    return time.isAfter(LAST_MINUTE) ? day.plusDays(1) : day;
  }

  private static String first(Matcher matcher, String... groups) {
    for (String group : groups) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return null;
  }

  private static String first(Matcher matcher, int... groups) {
    for (int group : groups) {
      if (matcher.group(group) != null) {
        return matcher.group(group);
      }
    }
    return null;
  }

  private static int number(String digits) {
    return digits == null ? 0 : Integer.parseInt(digits);
  }

  private static Optional<LocalDate> sane(LocalDate day) {
    return Optional.of(day).filter(it -> it.getYear() >= 1900 && it.getYear() <= 2100);
  }
}

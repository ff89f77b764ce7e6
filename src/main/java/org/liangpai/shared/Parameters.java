package org.liangpai.shared;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads the parameters of a request; what is malformed is refused with the value and what is
 * allowed.
 */
public final class Parameters {

  private static final int MOST = 1_000;
  private static final int USUAL = 100;
  private static final int LONGEST_TEXT = 2_000;
  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 2100;

  private Parameters() {}

  /** A month such as 2026-10; compulsory. */
  public static YearMonth month(String name, String text) {
    try {
      YearMonth month = YearMonth.parse(text == null ? "" : text.strip());
      if (isYear(month.getYear())) {
        return month;
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw new Invalid(name, "月份“" + shown(text) + "”无效，应如 2026-10");
  }

  /** A month, if given. */
  public static Optional<YearMonth> optionalMonth(String name, String text) {
    return isBlank(text) ? Optional.empty() : Optional.of(month(name, text));
  }

  /** A day such as 2026-10-31, if given. */
  public static Optional<LocalDate> optionalDay(String name, String text) {
    if (isBlank(text)) {
      return Optional.empty();
    }
    try {
      LocalDate day = LocalDate.parse(text.strip());
      if (isYear(day.getYear())) {
        return Optional.of(day);
      }
    } catch (DateTimeException e) {
      // Told below.
    }
    throw new Invalid(
        name, "日期“" + text + "”无效，应如 2026-10-31，年份在" + FIRST_YEAR + "到" + LAST_YEAR + "之间");
  }

  /**
   * Whether people may mean the year: others are slips, and some of them no database column takes.
   */
  static boolean isYear(int year) {
    return year >= FIRST_YEAR && year <= LAST_YEAR;
  }

  /** A constant of an enumeration, if given, whatever its case. */
  public static <E extends Enum<E>> Optional<E> optionalOf(
      Class<E> type, String name, String text) {
    if (isBlank(text)) {
      return Optional.empty();
    }
    String wanted = text.strip().toUpperCase(Locale.ROOT);
    Optional<E> found =
        Stream.of(type.getEnumConstants()).filter(one -> one.name().equals(wanted)).findFirst();
    if (found.isEmpty()) {
      String allowed =
          Stream.of(type.getEnumConstants()).map(Enum::name).collect(Collectors.joining("、"));
      throw new Invalid(name, "“" + text + "”不是允许的值，可以是：" + allowed);
    }
    return found;
  }

  /** The size of a page, from 1 to 1,000; 100 if not given. */
  public static int limit(String text) {
    if (isBlank(text)) {
      return USUAL;
    }
    try {
      int limit = Integer.parseInt(text.strip());
      if (limit >= 1 && limit <= MOST) {
        return limit;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new Invalid("limit", "每页条数“" + text + "”无效，应为1到" + MOST);
  }

  /** A position from which to go on, a whole number; 0 if not given. */
  public static long after(String text) {
    if (isBlank(text)) {
      return 0;
    }
    try {
      return Long.parseLong(text.strip());
    } catch (NumberFormatException e) {
      throw new Invalid("after", "“" + text + "”不是有效的起点，请使用上一页返回的 next");
    }
  }

  /** The id after which to go on, if given. */
  public static Optional<UUID> optionalId(String name, String text) {
    if (isBlank(text)) {
      return Optional.empty();
    }
    try {
      return Optional.of(UUID.fromString(text.strip()));
    } catch (IllegalArgumentException e) {
      throw new Invalid(name, "“" + text + "”不是有效的编号，请使用上一页返回的 next");
    }
  }

  /** The id of something; what is no id at all is not found. */
  public static UUID uuid(String what, String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw new NotFound(what, text);
    }
  }

  /** The number of something; what is no number at all is not found. */
  public static long number(String what, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new NotFound(what, text);
    }
  }

  /** A text without surrounding blanks, if given. */
  public static Optional<String> optionalText(String text) {
    return isBlank(text) ? Optional.empty() : Optional.of(text.strip());
  }

  /** A text without surrounding blanks; empty if not given. */
  public static String text(String text) {
    return optionalText(text).orElse("");
  }

  /** A text of a form that is not longer than what is kept; {@code null} if there is none. */
  public static String limited(String name, String text) {
    if (text != null && text.strip().length() > LONGEST_TEXT) {
      throw new Invalid(name, "填写的内容不能超过" + LONGEST_TEXT + "字，现在是" + text.strip().length() + "字");
    }
    return text;
  }

  private static boolean isBlank(String text) {
    return text == null || text.isBlank();
  }

  private static String shown(String text) {
    return text == null ? "" : text;
  }
}

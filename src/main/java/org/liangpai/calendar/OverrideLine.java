package org.liangpai.calendar;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of an override file: a day, a year that is complete, or the value that is wrong and what
 * is allowed instead.
 */
record OverrideLine(SpecialDay day, Integer completeYear, String value, String error) {

  // Spreadsheet programs write 2027/2/8 where 2027-02-08 was typed.
  private static final Pattern DATE =
      Pattern.compile("(20\\d\\d)(?:-(\\d\\d)-(\\d\\d)|/(\\d{1,2})/(\\d{1,2}))");
  private static final Pattern YEAR = Pattern.compile("(20\\d\\d)年?");
  private static final Set<String> COMPLETE = Set.of("complete", "完整");
  private static final Map<String, Boolean> WORKING =
      Map.of("true", true, "false", false, "是", true, "否", false);

  static OverrideLine parse(String line) {
    String[] parts = line.split(",", -1);
    if (parts.length != 3) {
      return wrong(line, "每行应有三列 date,working,name，用半角逗号分隔");
    }
    if (COMPLETE.contains(parts[1].strip().toLowerCase(Locale.ROOT))) {
      return completeYear(parts[0].strip());
    }
    LocalDate date = date(parts[0].strip());
    if (date == null) {
      return wrong(parts[0].strip(), "date 应为 2000 至 2099 年间实际存在的日期，如 2027-02-08");
    }
    Boolean working = WORKING.get(parts[1].strip().toLowerCase(Locale.ROOT));
    if (working == null) {
      return wrong(parts[1].strip(), "working 应为 true 或 false（是 或 否）；整年已公布时写 complete（完整）");
    }
    String name = parts[2].strip();
    if (name.isEmpty() || name.length() > 30 || name.contains("\"")) {
      return wrong(name, "name 应为 1 至 30 个字的名称，不含引号，如 春节");
    }
    return new OverrideLine(new SpecialDay(date, working, name), null, parts[0].strip(), null);
  }

  /** The mark that the file knows all days of a year. */
  private static OverrideLine completeYear(String text) {
    Matcher year = YEAR.matcher(text);
    return year.matches()
        ? new OverrideLine(null, Integer.valueOf(year.group(1)), text, null)
        : wrong(text, "整年已公布的一行，第一列应为年份，如 2027,complete,全年已公布");
  }

  private static LocalDate date(String text) {
    Matcher matcher = DATE.matcher(text);
    if (!matcher.matches()) {
      return null;
    }
    boolean dashed = matcher.group(2) != null;
    try {
      return LocalDate.of(
          Integer.parseInt(matcher.group(1)),
          Integer.parseInt(matcher.group(dashed ? 2 : 4)),
          Integer.parseInt(matcher.group(dashed ? 3 : 5)));
    } catch (DateTimeException noSuchDay) {
      return null;
    }
  }

  private static OverrideLine wrong(String value, String allowed) {
    return new OverrideLine(null, null, value, allowed);
  }
}

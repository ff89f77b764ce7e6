package org.liangpai.intake.cell;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Synonyms;

/** Reads the value of a field from a cell; a filled cell is never read as a blank one. */
public final class CellParser {

  /** The longest text of a field, a little less than what a spreadsheet cell can hold. */
  public static final int LONGEST_TEXT = 32_000;

  /** Stands in a workbook of failed rows where the value was lost. */
  static final String TO_FILL_AGAIN = "（请重新填写）";

  /** What spreadsheets write into a CSV file, or people copy, of a formula that failed. */
  private static final Set<String> FAILURES =
      Set.of(
          "#REF!", "#N/A", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!");

  private static final Pattern BETWEEN = Pattern.compile("[;、,/|\\\\\\s。]+");
  private static final BigDecimal LARGEST_INTEGER = new BigDecimal("1000000000");
  private static final BigDecimal LARGEST_DECIMAL = new BigDecimal("99999999999999.99");

  private final List<Choice> domains;

  public CellParser(List<Choice> domains) {
    this.domains = List.copyOf(domains);
  }

  /** The value in the Java type of the field's type, or {@code null} for a blank cell. */
  public Object parse(Field field, Cell cell) throws BadCell {
    if (cell == null) {
      return null;
    }
    refuseUnreadable(field, cell);
    String text = CellText.trimmed(cell.text());
    if (text.isEmpty()) {
      return null;
    }
    refuseUnfilled(field, text);
    String normal = CellText.normalised(text);
    if (NothingText.isSaid(field, normal)) {
      return null;
    }
    return switch (field.type()) {
      case TEXT ->
          text(field, cell.shown() == null || cell.shown().isEmpty() ? text : cell.shown());
      case CODE -> code(field, normal, cell);
      case INTEGER -> integer(field, unquoted(normal));
      case DECIMAL -> decimal(field, unquoted(normal));
      case MONEY -> money(field, unquoted(normal));
      case DATE -> day(field, unquoted(normal), cell);
      case MONTH -> month(field, unquoted(normal), cell);
      case BOOLEAN -> flag(field, CellText.bare(normal));
      case CHOICE -> choice(field, field.choices(), CellText.bare(normal), "应为");
      case DOMAIN -> choice(field, domains, CellText.bare(normal), "应为");
      case CHOICES -> choices(field, normal);
    };
  }

  private static void refuseUnreadable(Field field, Cell cell) throws BadCell {
    switch (cell.kind()) {
      case ERROR -> throw bad(field, cell.text(), "是公式错误，请改为实际内容");
      case LOST -> throw bad(field, cell.text(), "有内容但文字不在文件中，文件已损坏，请用WPS或Excel打开核对后另存");
      case COVERED -> throw bad(field, cell.text(), "在合并单元格之内，不知道应填什么，请取消合并单元格后分别填写");
      default -> {
        // All others hold what they show.
      }
    }
  }

  private static void refuseUnfilled(Field field, String text) throws BadCell {
    if (text.equals(TO_FILL_AGAIN)) {
      throw bad(field, text, "是上次导入留下的提示，原来的内容已经丢失，请填写");
    }
    if (text.charAt(0) == '#' && FAILURES.contains(text)) {
      throw bad(field, text, "是公式错误，请改为实际内容");
    }
  }

  /** An apostrophe in front is how a spreadsheet is told to take something as text. */
  private static String unquoted(String text) {
    String seen = CellText.visible(text);
    return seen.startsWith("'") ? CellText.trimmed(seen.substring(1)) : seen;
  }

  private static String text(Field field, String text) throws BadCell {
    String value = text.replace("\r\n", "\n").replace('\r', '\n');
    if (value.length() > LONGEST_TEXT) {
      throw bad(field, text, "太长，最多" + LONGEST_TEXT + "个字");
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) && c != '\n' && c != '\t') {
        throw bad(field, text, "含有不可见的控制字符，请删去");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < value.length()
          && Character.isLowSurrogate(value.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw bad(field, text, "含有残缺的字符，请重新输入");
      }
    }
    return value;
  }

  private static String code(Field field, String normal, Cell cell) throws BadCell {
    try {
      return CodeText.of(cell, normal);
    } catch (CodeText.BadCode lost) {
      throw bad(field, cell.text(), lost.getMessage());
    }
  }

  private static LocalDate day(Field field, String text, Cell cell) throws BadCell {
    Optional<LocalDate> day = DayText.day(text, cell.kind() == Cell.Kind.NUMBER_SINCE_1904);
    if (day.isPresent()) {
      return day.get();
    }
    boolean withoutDay = DayText.month(text).isPresent();
    throw bad(
        field,
        text,
        withoutDay ? "只有年月，没有日，应如 2026-01-05" : "不是有效的日期，应如 2026-01-05，年份在1900到2100之间");
  }

  private static YearMonth month(Field field, String text, Cell cell) throws BadCell {
    Optional<YearMonth> month = DayText.month(text, cell.kind() == Cell.Kind.NUMBER_SINCE_1904);
    if (month.isPresent()) {
      return month.get();
    }
    throw bad(
        field,
        text,
        DayText.isJanuaryOrOctober(text)
            ? "看不出是1月还是10月，应如 2026-01 或 2026-10"
            : "不是有效的月份，应如 2026-10，年份在1900到2100之间");
  }

  private static Integer integer(Field field, String text) throws BadCell {
    // By convention of the dictionary, what is called ...Year and counted whole is a year.
    boolean year = field.name().endsWith("Year");
    BigDecimal value =
        NumberText.plain(year ? withoutYearSign(text) : text)
            .map(BigDecimal::stripTrailingZeros)
            .orElse(null);
    if (value == null || value.scale() > 0 || value.compareTo(LARGEST_INTEGER) > 0) {
      throw bad(
          field, text, year ? "不是有效的年份，应在1900到2100之间" : "不是有效的整数，应为0到1000000000的整数，只填数字，不带单位");
    }
    int whole = value.intValueExact();
    if (year && (whole < 1900 || whole > 2100)) {
      throw bad(field, text, "不是有效的年份，应在1900到2100之间");
    }
    return whole;
  }

  private static String withoutYearSign(String text) {
    return text.replaceFirst("\\s*年度?$", "");
  }

  private static BigDecimal decimal(Field field, String text) throws BadCell {
    return decimal(field, text, NumberText.plain(text));
  }

  private static BigDecimal money(Field field, String text) throws BadCell {
    if (NumberText.isInOtherUnit(text)) {
      throw bad(field, text, "的单位不是元，请换算成元后填写数字");
    }
    return decimal(field, text, NumberText.yuan(text));
  }

  private static BigDecimal decimal(Field field, String text, Optional<BigDecimal> found)
      throws BadCell {
    BigDecimal value = found.map(BigDecimal::stripTrailingZeros).orElse(null);
    if (value == null || value.scale() > 2 || value.compareTo(LARGEST_DECIMAL) > 0) {
      throw bad(field, text, "不是有效的数，应为不小于0、最多两位小数的数");
    }
    return value.setScale(2);
  }

  private static Boolean flag(Field field, String text) throws BadCell {
    if (text.equals("是") || text.equals("1") || text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equals("否") || text.equals("0") || text.equalsIgnoreCase("false")) {
      return false;
    }
    return Synonyms.codeOf(field, text)
        .map(Boolean::valueOf)
        .orElseThrow(() -> bad(field, text, "不是有效的是非值，应为“是”或“否”"));
  }

  private static List<String> choices(Field field, String text) throws BadCell {
    List<String> found = new ArrayList<>();
    for (String part : BETWEEN.split(text)) {
      if (!part.isBlank()) {
        found.add(choice(field, field.choices(), CellText.bare(part), "多个之间用顿号分隔，每个应为"));
      }
    }
    if (found.isEmpty()) {
      throw bad(field, text, "没有内容，" + "应为" + labels(field.choices()));
    }
    return field.choices().stream().map(Choice::code).filter(found::contains).toList();
  }

  private static String choice(Field field, List<Choice> allowed, String text, String lead)
      throws BadCell {
    for (Choice choice : allowed) {
      if (choice.code().equalsIgnoreCase(text) || choice.label().equals(text)) {
        return choice.code();
      }
    }
    String meant = Synonyms.codeOf(field, text).orElse(null);
    if (allowed.stream().anyMatch(choice -> choice.code().equals(meant))) {
      return meant;
    }
    throw bad(field, text, "不是可选的内容，" + lead + labels(allowed));
  }

  private static String labels(List<Choice> choices) {
    return choices.stream().map(Choice::label).collect(Collectors.joining("、"));
  }

  private static BadCell bad(Field field, String value, String why) {
    return new BadCell(field.label() + "“" + Fault.abridged(value) + "”" + why);
  }
}

package org.liangpai.intake.cell;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;

/** Reads the value of a field from a cell; a filled cell is never read as a blank one. */
public final class CellParser {

  /** The longest text of a field, a little less than what a spreadsheet cell can hold. */
  public static final int LONGEST_TEXT = 32_000;

  private static final Pattern NUMBER =
      Pattern.compile("(\\d{1,18}|\\d{1,3}(?:,\\d{3}){1,5})(\\.\\d{1,18})?");
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
    if (cell.kind() == Cell.Kind.ERROR) {
      throw bad(field, cell.text(), "是公式错误，请改为实际内容");
    }
    String text = CellText.trimmed(cell.text());
    if (text.isEmpty()) {
      return null;
    }
    String normal = CellText.normalised(text);
    return switch (field.type()) {
      case TEXT -> text(field, text);
      case CODE -> code(field, normal, cell.kind());
      case INTEGER -> integer(field, normal);
      case DECIMAL, MONEY -> decimal(field, normal);
      case DATE ->
          DayText.day(normal)
              .orElseThrow(() -> bad(field, text, "不是有效的日期，应如 2026-01-05，年份在1900到2100之间"));
      case MONTH ->
          DayText.month(normal)
              .orElseThrow(() -> bad(field, text, "不是有效的月份，应如 2026-10，年份在1900到2100之间"));
      case BOOLEAN -> flag(field, normal);
      case CHOICE -> choice(field, field.choices(), normal, "应为");
      case DOMAIN -> choice(field, domains, normal, "应为");
      case CHOICES -> choices(field, normal);
    };
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

  private static String code(Field field, String text, Cell.Kind kind) throws BadCell {
    if (kind == Cell.Kind.NUMBER && text.length() > 15) {
      throw bad(field, text, "以数字保存且超过15位，末尾的数字已经丢失，请把该列设为文本后重新填写");
    }
    boolean clean = text.length() <= 64 && text.chars().allMatch(CellParser::isAllowedInCode);
    if (!clean || text.chars().allMatch(c -> c == '.')) {
      throw bad(field, text, "不是有效的编码，应为1到64个字符，不含空格和 / \\ ? # %");
    }
    return text;
  }

  private static boolean isAllowedInCode(int c) {
    return !Character.isISOControl(c)
        && !Character.isWhitespace(c)
        && !Character.isSpaceChar(c)
        && Character.getType(c) != Character.FORMAT
        && !Character.isSurrogate((char) c)
        && "/\\?#%".indexOf(c) < 0;
  }

  private static Integer integer(Field field, String text) throws BadCell {
    // By convention of the dictionary, what is called ...Year and counted whole is a year.
    boolean year = field.name().endsWith("Year");
    BigDecimal value = number(text).map(BigDecimal::stripTrailingZeros).orElse(null);
    if (value == null || value.scale() > 0 || value.compareTo(LARGEST_INTEGER) > 0) {
      throw bad(field, text, year ? "不是有效的年份，应在1900到2100之间" : "不是有效的整数，应为0到1000000000的整数");
    }
    int whole = value.intValueExact();
    if (year && (whole < 1900 || whole > 2100)) {
      throw bad(field, text, "不是有效的年份，应在1900到2100之间");
    }
    return whole;
  }

  private static BigDecimal decimal(Field field, String text) throws BadCell {
    BigDecimal value = number(text).map(BigDecimal::stripTrailingZeros).orElse(null);
    if (value == null || value.scale() > 2 || value.compareTo(LARGEST_DECIMAL) > 0) {
      throw bad(field, text, "不是有效的数，应为不小于0、最多两位小数的数");
    }
    return value.setScale(2);
  }

  private static Optional<BigDecimal> number(String text) {
    return NUMBER.matcher(text).matches()
        ? Optional.of(new BigDecimal(text.replace(",", "")))
        : Optional.empty();
  }

  private static Boolean flag(Field field, String text) throws BadCell {
    if (text.equals("是") || text.equals("1") || text.equalsIgnoreCase("true")) {
      return true;
    }
    if (text.equals("否") || text.equals("0") || text.equalsIgnoreCase("false")) {
      return false;
    }
    throw bad(field, text, "不是有效的是非值，应为“是”或“否”");
  }

  private static List<String> choices(Field field, String text) throws BadCell {
    List<String> found = new ArrayList<>();
    for (String part : text.split("[;、,]")) {
      if (!part.isBlank()) {
        found.add(choice(field, field.choices(), part.strip(), "多个之间用顿号分隔，每个应为"));
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
    throw bad(field, text, "不是可选的内容，" + lead + labels(allowed));
  }

  private static String labels(List<Choice> choices) {
    return choices.stream().map(Choice::label).collect(Collectors.joining("、"));
  }

  private static BadCell bad(Field field, String value, String why) {
    return new BadCell(field.label() + "“" + Fault.abridged(value) + "”" + why);
  }
}

package org.liangpai.intake.file;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.regex.Pattern;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.SerialDay;

/** What the raw values in the sheets of a workbook mean. */
final class CellValues {

  private static final String LOST = "（文字缺失）";

  private static final Pattern PLAIN = Pattern.compile("-?\\d{1,31}(?:\\.\\d{1,31})?");

  private final SharedStrings strings;
  private final CellStyles styles;
  private final boolean since1904;

  CellValues(SharedStrings strings, CellStyles styles, boolean since1904) {
    this.strings = strings;
    this.styles = styles;
    this.since1904 = since1904;
  }

  /**
   * The cell of a raw value; null for a blank one.
   *
   * @param value the text of the value, null if there is none
   */
  Cell cell(String type, String style, String value, boolean formula) {
    if (value == null || value.isEmpty()) {
      return withoutValue(type, value, formula);
    }
    return switch (type == null ? "n" : type) {
      case "s" -> shared(value);
      case "str", "inlineStr" -> text(SharedStrings.plain(value));
      case "b" -> new Cell(Cell.Kind.BOOLEAN, isTrue(value.strip()) ? "true" : "false");
      case "e" -> new Cell(Cell.Kind.ERROR, value);
      case "d" -> new Cell(Cell.Kind.DATE, value);
      default -> number(value, styles.format(style));
    };
  }

  private static Cell withoutValue(String type, String value, boolean formula) {
    if ("e".equals(type)) {
      return new Cell(Cell.Kind.ERROR, "公式错误");
    }
    // A formula that was never computed is no blank: its value is unknown to us alone.
    boolean computed = "str".equals(type) && value != null;
    return formula && !computed ? new Cell(Cell.Kind.ERROR, "未计算的公式") : null;
  }

  private static boolean isTrue(String value) {
    return value.equals("1") || value.equalsIgnoreCase("true");
  }

  private Cell shared(String index) {
    String text = strings.get(Integer.parseInt(index.strip()));
    return text == null ? new Cell(Cell.Kind.LOST, LOST) : text(text);
  }

  private static Cell text(String text) {
    return text.isEmpty() ? null : Cell.text(WrittenText.of(text));
  }

  private Cell number(String value, NumberFormat format) {
    if (format.isDate()) {
      return date(value, format);
    }
    Cell number = Cell.number(value, since1904 ? Cell.Kind.NUMBER_SINCE_1904 : Cell.Kind.NUMBER);
    if (format == NumberFormat.GENERAL || !PLAIN.matcher(number.text()).matches()) {
      return number;
    }
    String shown = format.shown(number.text());
    // A share is read as it is shown: 1 under a format of percents is no count of one.
    return format.form() == NumberFormat.Form.PERCENT
        ? new Cell(number.kind(), shown)
        : number.shownAs(shown);
  }

  private Cell date(String value, NumberFormat format) {
    LocalDate day = SerialDay.of(new BigDecimal(value.strip()), since1904).orElse(null);
    if (day == null) {
      return Cell.number(value);
    }
    // What shows no day has none: the first of the month is what the spreadsheet made of it.
    boolean monthOnly = format.form() == NumberFormat.Form.MONTH && day.getDayOfMonth() == 1;
    return new Cell(Cell.Kind.DATE, monthOnly ? day.toString().substring(0, 7) : day.toString());
  }
}

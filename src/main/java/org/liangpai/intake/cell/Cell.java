package org.liangpai.intake.cell;

import java.math.BigDecimal;
import java.math.MathContext;
import org.liangpai.dictionary.FieldType;

/**
 * What stands in one cell of an upload, with what the file says about its kind.
 *
 * @param shown what the sheet shows instead, where a number format changes it; or null
 */
public record Cell(Kind kind, String text, String shown) {

  /** The kinds that a workbook tells apart; a CSV file has only values without a type. */
  public enum Kind {
    TEXT,
    /** A value of a CSV file: it may have been a number before it was saved. */
    UNTYPED,
    NUMBER,
    /** A number of a workbook that counts its days from 1904. */
    NUMBER_SINCE_1904,
    BOOLEAN,
    DATE,
    /** A formula that failed, such as {@code #REF!}. */
    ERROR,
    /** The text to which the cell refers is not in the file. */
    LOST,
    /** A merged range covers the cell: the sheet shows nothing of it, or something else. */
    COVERED
  }

  /** Beyond this exponent a number is nothing that a record could hold. */
  private static final int LARGEST_EXPONENT = 30;

  public Cell(Kind kind, String text) {
    this(kind, text, null);
  }

  public static Cell text(String text) {
    return new Cell(Kind.TEXT, text);
  }

  public static Cell untyped(String text) {
    return new Cell(Kind.UNTYPED, text);
  }

  /**
   * A stored number. Spreadsheets keep 15 digits and write 17, so 1234.56 may lie in the file as
   * 1234.5599999999999; the digits that they show are the ones that count.
   */
  public static Cell number(String stored) {
    return number(stored, Kind.NUMBER);
  }

  /** A stored number of one of the two kinds of numbers. */
  public static Cell number(String stored, Kind kind) {
    try {
      BigDecimal value = new BigDecimal(stored).round(new MathContext(15));
      if (value.signum() == 0) {
        return new Cell(kind, "0");
      }
      if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
        return new Cell(kind, stored);
      }
      return new Cell(kind, value.stripTrailingZeros().toPlainString());
    } catch (NumberFormatException unreadable) {
      return text(stored);
    }
  }

  /** The same cell as a number format shows it. */
  public Cell shownAs(String format) {
    return new Cell(kind, text, format);
  }

  /** Its text in a column of texts: there is no number format there. */
  String raw(FieldType type) {
    boolean asShown = type == FieldType.CODE || type == FieldType.TEXT;
    return asShown && shown != null && !shown.isEmpty() ? shown : text;
  }
}

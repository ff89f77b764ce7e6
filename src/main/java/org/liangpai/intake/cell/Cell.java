package org.liangpai.intake.cell;

import java.math.BigDecimal;
import java.math.MathContext;

/** What stands in one cell of an upload, with what the file says about its kind. */
public record Cell(Kind kind, String text) {

  /** The kinds that a workbook tells apart; a CSV file has only text. */
  public enum Kind {
    TEXT,
    NUMBER,
    BOOLEAN,
    DATE,
    /** A formula that failed, such as {@code #REF!}. */
    ERROR
  }

  /** Beyond this exponent a number is nothing that a record could hold. */
  private static final int LARGEST_EXPONENT = 30;

  public static Cell text(String text) {
    return new Cell(Kind.TEXT, text);
  }

  /**
   * A stored number. Spreadsheets keep 15 digits and write 17, so 1234.56 may lie in the file as
   * 1234.5599999999999; the digits that they show are the ones that count.
   */
  public static Cell number(String stored) {
    try {
      BigDecimal value = new BigDecimal(stored).round(new MathContext(15));
      if (value.signum() == 0) {
        return new Cell(Kind.NUMBER, "0");
      }
      if (Math.abs((long) value.precision() - value.scale()) > LARGEST_EXPONENT) {
        return new Cell(Kind.NUMBER, stored);
      }
      return new Cell(Kind.NUMBER, value.stripTrailingZeros().toPlainString());
    } catch (NumberFormatException unreadable) {
      return text(stored);
    }
  }
}

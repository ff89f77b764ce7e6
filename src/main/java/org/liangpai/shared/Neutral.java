package org.liangpai.shared;

import java.util.regex.Pattern;

/**
 * Keeps texts of users from being taken for formulas by a spreadsheet: what begins like one gets an
 * apostrophe in front in every export, and an import takes that apostrophe away again. A negative
 * number stays a number.
 */
public final class Neutral {

  /** With the wide forms, which a spreadsheet set to Chinese takes for the narrow ones. */
  private static final String DANGEROUS = "=+-@\t\r\n＝＋－＠";

  /** Begins like a formula and is none. */
  private static final Pattern NEGATIVE = Pattern.compile("-\\d+(\\.\\d+)?");

  private Neutral() {}

  /** The text as a cell of an export. */
  public static String make(String text) {
    boolean isFormula = isDangerous(text, 0) && !NEGATIVE.matcher(text).matches();
    return isFormula || text.startsWith("'") ? "'" + text : text;
  }

  /** Takes the apostrophe away again. */
  public static String undo(String text) {
    return text.startsWith("'") && (isDangerous(text, 1) || text.startsWith("''"))
        ? text.substring(1)
        : text;
  }

  private static boolean isDangerous(String text, int at) {
    return text.length() > at && DANGEROUS.indexOf(text.charAt(at)) >= 0;
  }
}

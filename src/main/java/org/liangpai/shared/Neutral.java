package org.liangpai.shared;

/**
 * Keeps texts of users from being taken for formulas by a spreadsheet: what begins like one gets an
 * apostrophe in front in every export, and an import takes that apostrophe away again.
 */
public final class Neutral {

  private static final String DANGEROUS = "=+-@\t\r";

  private Neutral() {}

  /** The text as a cell of an export. */
  public static String make(String text) {
    return isDangerous(text, 0) || text.startsWith("'") ? "'" + text : text;
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

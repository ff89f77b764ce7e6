package org.liangpai.intake.file;

import org.liangpai.shared.Neutral;

/** A text without what a spreadsheet or an export put around it to keep it a text. */
final class WrittenText {

  private WrittenText() {}

  /** Takes away an apostrophe in front, and writes {@code ="B23"} as B23. */
  static String of(String text) {
    String undone = Neutral.undo(text);
    if (undone.length() < text.length()) {
      return undone;
    }
    if (text.length() > 1 && text.charAt(0) == '\'' && text.indexOf('\'', 1) < 0) {
      return text.substring(1);
    }
    return isTextFormula(text) ? text.substring(2, text.length() - 1).replace("\"\"", "\"") : text;
  }

  /** One text between quotation marks, and nothing that is computed. */
  private static boolean isTextFormula(String text) {
    return text.length() > 3
        && text.startsWith("=\"")
        && text.endsWith("\"")
        && text.substring(2, text.length() - 1).replace("\"\"", "").indexOf('"') < 0;
  }
}

package org.liangpai.intake.cell;

import java.text.Normalizer;

/** The small differences in writing that mean nothing: stray blanks, full-width forms. */
public final class CellText {

  private CellText() {}

  /** Without the blanks and invisible characters at both ends; nothing for {@code null}. */
  public static String trimmed(String text) {
    if (text == null) {
      return "";
    }
    int start = 0;
    int end = text.length();
    while (start < end && isBlank(text.charAt(start))) {
      start++;
    }
    while (end > start && isBlank(text.charAt(end - 1))) {
      end--;
    }
    return text.substring(start, end);
  }

  /** Trimmed, with full-width digits, letters and punctuation as half-width ones. */
  public static String normalised(String text) {
    String trimmed = trimmed(text);
    for (int i = 0; i < trimmed.length(); i++) {
      if (trimmed.charAt(i) > 127) {
        return trimmed(Normalizer.normalize(trimmed, Normalizer.Form.NFKC));
      }
    }
    return trimmed;
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\uFEFF'
        || c == '\u200B'
        || c == '\u200E'
        || c == '\u200F'
        || c == '\u202A'
        || c == '\u202C';
  }
}

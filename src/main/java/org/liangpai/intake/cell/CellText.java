package org.liangpai.intake.cell;

import java.text.Normalizer;
import java.util.function.IntPredicate;

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

  /** Normalised, without any blanks, line breaks or invisible characters in between. */
  public static String bare(String text) {
    return without(normalised(text), c -> isBlank((char) c) || isInvisible((char) c));
  }

  /** Without the invisible characters that copied texts bring; blanks stay. */
  static String visible(String text) {
    return without(text, c -> Character.getType(c) == Character.FORMAT);
  }

  /** Nearly all that is read: printable ASCII and common Chinese characters. */
  static boolean isCommon(char c) {
    return c > ' ' && c < '\u007F' || c >= '\u4E00' && c <= '\u9FFF';
  }

  private static String without(String text, IntPredicate what) {
    StringBuilder kept = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isCommon(c) && what.test(c)) {
        kept = kept == null ? new StringBuilder(text.substring(0, i)) : kept;
      } else if (kept != null) {
        kept.append(c);
      }
    }
    return kept == null ? text : kept.toString();
  }

  /** Whether a character shows nothing, or changes how its neighbours are shown. */
  static boolean isInvisible(char c) {
    int type = Character.getType(c);
    return type == Character.FORMAT
        || type == Character.CONTROL
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || c >= '\uFE00' && c <= '\uFE0F'
        || c == '\u034F'
        || c == '\u115F'
        || c == '\u1160'
        || c == '\u2800'
        || c == '\u3164'
        || c == '\uFFA0';
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

package org.liangpai.notice;

import java.nio.charset.StandardCharsets;

/** Texts by the length that they have on the wire. */
final class Utf8 {

  private Utf8() {}

  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  /**
   * A text whose lines are folded as a calendar asks for (RFC 5545, 3.1): none has more than so
   * many bytes, and what goes on begins with a space. A character is never divided.
   */
  static String folded(String line, int most) {
    StringBuilder folded = new StringBuilder();
    String rest = line;
    while (length(rest) > most) {
      String part = cut(rest, most);
      folded.append(part).append("\r\n");
      rest = " " + rest.substring(part.length());
    }
    return folded.append(rest).toString();
  }

  /** The beginning of a text, of at most so many bytes and of whole characters. */
  static String cut(String text, int most) {
    int end = text.length();
    while (length(text.substring(0, end)) > most) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }
}

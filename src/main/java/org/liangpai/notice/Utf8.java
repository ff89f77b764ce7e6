package org.liangpai.notice;

import java.nio.charset.StandardCharsets;

/** Texts by the length that they have on the wire. */
final class Utf8 {

  private Utf8() {}

  static int length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
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

package org.liangpai.concession;

import org.liangpai.shared.Invalid;

/** Reads the reason of an act, which is kept with it. */
final class Reason {

  private static final int MOST = 2_000;

  private Reason() {}

  static String required(String text, String missing) {
    if (text == null || text.isBlank()) {
      throw new Invalid("reason", missing);
    }
    return limited(text);
  }

  static String optional(String text) {
    return text == null || text.isBlank() ? null : limited(text);
  }

  private static String limited(String text) {
    if (text.strip().length() > MOST) {
      throw new Invalid("reason", "理由不能超过" + MOST + "字");
    }
    return text.strip();
  }
}

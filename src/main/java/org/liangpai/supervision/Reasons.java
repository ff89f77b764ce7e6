package org.liangpai.supervision;

import org.liangpai.shared.Invalid;

/** Texts that have to be there. */
final class Reasons {

  private static final int MOST = 2_000;

  private Reasons() {}

  /** A text that is neither missing nor too long. */
  static String compulsory(String name, String text) {
    if (text == null || text.isBlank()) {
      throw new Invalid(name, "请写明" + label(name));
    }
    return atMost(name, text);
  }

  /** A text that may be missing. */
  static String optional(String name, String text) {
    return text == null || text.isBlank() ? null : atMost(name, text);
  }

  private static String atMost(String name, String text) {
    if (text.length() > MOST) {
      throw new Invalid(name, label(name) + "不能超过" + MOST + "字");
    }
    return text.strip();
  }

  private static String label(String name) {
    return switch (name) {
      case "seen" -> "看到的情况";
      case "agreed" -> "商定的事项";
      case "text" -> "每一项的情况";
      default -> "理由";
    };
  }
}

package org.liangpai.concession.web;

import org.liangpai.shared.Invalid;

/** Reads a whole number of a form. */
final class WholeNumber {

  private WholeNumber() {}

  static int of(String field, String text) {
    if (text == null || !text.strip().matches("\\d{1,5}")) {
      throw new Invalid(field, "请填写整数");
    }
    return Integer.parseInt(text.strip());
  }
}

package org.liangpai.supervision.web;

import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.AssignmentKind;

/** Somebody as a form names them: the capacity and the account, such as {@code SUPERVISOR li}. */
record Person(AssignmentKind kind, String account) {

  static Person parse(String text) {
    String[] parts = text == null ? new String[0] : text.strip().split(" ", 2);
    if (parts.length != 2) {
      throw new Invalid("person", "请选择联系领导或督导员");
    }
    return new Person(
        Parameters.optionalOf(AssignmentKind.class, "person", parts[0])
            .orElseThrow(() -> new Invalid("person", "请选择联系领导或督导员")),
        parts[1]);
  }
}

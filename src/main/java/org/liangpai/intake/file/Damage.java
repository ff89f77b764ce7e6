package org.liangpai.intake.file;

import org.liangpai.shared.Invalid;

/** Reasons for refusing a file as a whole, in the words of the user. */
final class Damage {

  private Damage() {}

  static Invalid of(String part, String why) {
    return new Invalid(part, why);
  }

  static Invalid broken(String part) {
    return of(part, "文件已损坏或不是有效的xlsx工作簿，请用WPS或Excel打开后另存为xlsx再导入");
  }

  static Invalid tooBig(String part, String what) {
    return of(part, what + "，可能是恶意压缩的文件，已拒绝");
  }
}

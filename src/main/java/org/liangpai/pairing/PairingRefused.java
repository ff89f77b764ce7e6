package org.liangpai.pairing;

import org.liangpai.shared.Refusal;

/** Something that cannot be done with a pairing as things stand. */
final class PairingRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private PairingRefused(String code, String message) {
    super(code, message);
  }

  static PairingRefused notWeak(String branch) {
    return new PairingRefused("pairing-not-weak", "支部 " + branch + " 没有亮着的橙牌或红牌，不需要结对");
  }

  static PairingRefused notStrong(String branch) {
    return new PairingRefused("pairing-not-strong", "支部 " + branch + " 自己也亮着橙牌或红牌，不能去帮扶");
  }

  static PairingRefused paired(String branch) {
    return new PairingRefused(
        "pairing-already", "支部 " + branch + " 已有另一个结对（帮扶或被帮扶）；一个支部只结一对，请先结束原来的结对");
  }

  static PairingRefused pairedOnRoster(String branch) {
    return new PairingRefused(
        "pairing-on-roster", "支部 " + branch + " 在名册中已填有另一个结对支部；一个支部只结一对，名册有误的请先更正名册");
  }

  static PairingRefused notWriter(String what) {
    return new PairingRefused("pairing-not-writer", what + "由写的人撤回，这一项不是您写的");
  }

  static PairingRefused ended(long id) {
    return new PairingRefused("pairing-ended", "结对 " + id + " 已经结束，不能再改");
  }
}

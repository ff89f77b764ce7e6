package org.liangpai.card;

import org.liangpai.shared.Refusal;

/** Something that cannot be done to a card in its present state. */
final class CardRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private CardRefused(String code, String message) {
    super(code, message);
  }

  static CardRefused notOpen(String number) {
    return new CardRefused("card-not-open", "亮牌 " + number + " 已经摘牌或撤销，不能再调整");
  }

  static CardRefused lineNotReady(String item, String state) {
    return new CardRefused("line-not-ready", "情形 " + item + " 现在是“" + state + "”，还不能或不再能办理这一步");
  }

  static CardRefused otherSide(String who) {
    return new CardRefused("not-your-side-of-the-card", who);
  }

  static CardRefused levelTooFar(String number, int most) {
    return new CardRefused(
        "card-level-too-far",
        "亮牌 " + number + " 的等级只能与评定等级相差" + most + "级以内，不能低于阶梯催办升到的等级，且与现有等级不同");
  }
}

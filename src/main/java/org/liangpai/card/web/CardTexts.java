package org.liangpai.card.web;

import io.quarkus.qute.TemplateExtension;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardStatus;
import org.liangpai.card.HolderKind;

/** What pages call the parts of a card. */
@TemplateExtension
public final class CardTexts {

  private CardTexts() {}

  /** The word for a status. */
  public static String label(CardStatus status) {
    return switch (status) {
      case ISSUED -> "已亮牌";
      case RECTIFYING -> "整改中";
      case AWAITING_ACCEPTANCE -> "待验收";
      case CLEARED -> "已摘牌";
      case WITHDRAWN -> "已撤销";
    };
  }

  /** The word for an act. */
  public static String label(CardAct act) {
    return switch (act) {
      case ISSUED -> "亮牌";
      case LINE_ADDED -> "增加情形";
      case OBSERVED -> "同一情形再次发现";
      case LEVEL_RAISED -> "等级上升";
      case LEVEL_ADJUSTED -> "核实人调整等级";
    };
  }

  /** The word for a holder. */
  public static String label(HolderKind kind) {
    return kind == HolderKind.BRANCH ? "支部" : "党组织";
  }
}

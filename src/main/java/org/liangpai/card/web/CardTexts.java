package org.liangpai.card.web;

import io.quarkus.qute.TemplateExtension;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardStatus;
import org.liangpai.card.CardView;
import org.liangpai.card.HolderKind;
import org.liangpai.card.WatchOutcome;

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
      case LEVEL_LOWERED -> "等级重新评定";
      case LEVEL_ADJUSTED -> "核实人调整等级";
      case MEASURES_PROPOSED -> "提交整改措施";
      case MEASURES_ACCEPTED -> "整改措施获认可";
      case MEASURES_RETURNED -> "整改措施被退回";
      case LINE_REPORTED -> "报告整改完成";
      case LINE_ACCEPTED -> "验收通过，待上级复核";
      case LINE_REJECTED -> "验收不通过";
      case LINE_CLEARED -> "销号";
      case CLEARED -> "摘牌";
      case DATA_AGREES -> "数据已相符";
      case WATCH_CLOSED -> "回头看期满办结";
      case RELAPSED -> "回头看期内再犯";
      case WATCH_RESUMED -> "恢复回头看";
      case EXTENSION_ASKED -> "申请延期";
      case EXTENDED -> "同意延期";
      case EXTENSION_REFUSED -> "不同意延期";
      case SUSPENSION_ASKED -> "申请挂账";
      case SUSPENDED -> "同意挂账";
      case SUSPENSION_REFUSED -> "不同意挂账";
      case SUSPENSION_ENDED -> "挂账结束";
      case OBJECTION_RAISED -> "提出申诉";
      case OBJECTION_UPHELD -> "申诉成立";
      case OBJECTION_REFUSED -> "申诉不成立";
      case WITHDRAWN -> "撤销";
      case PASSED_ON -> "移交承接支部";
      case LINES_TAKEN_OFF -> "撤下情形";
      case DECISION_TAKEN_BACK -> "撤回核实";
      case DUE_RECOUNTED -> "期限重新计算";
      case ESCALATED -> "阶梯催办";
      case HELP_ASKED -> "吹哨求助";
      case HELP_ENDED -> "求助办结";
    };
  }

  /** How the watch after clearing ended. */
  public static String label(WatchOutcome outcome) {
    return outcome == WatchOutcome.CLOSED ? "回头看期满，已办结" : "回头看期内再犯";
  }

  /** The items that are past their due day, though the card as a whole may be due later. */
  public static List<String> late(CardView card, LocalDate today) {
    return card.overdue()
        ? card.lines().stream()
            .filter(line -> line.open() && line.dueOn().isBefore(today))
            .map(line -> line.item() + " " + line.text().title())
            .toList()
        : List.of();
  }

  /** The word for a holder. */
  public static String label(HolderKind kind) {
    return kind == HolderKind.BRANCH ? "支部" : "党组织";
  }
}

package org.liangpai.rectification;

import java.util.List;
import org.liangpai.card.CardLine;
import org.liangpai.shared.Refusal;

/** Something that cannot be done to a line of a card now, or not by this person. */
final class RectificationRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private RectificationRefused(String code, String message) {
    super(code, message);
  }

  static RectificationRefused notNow(CardLine line) {
    return new RectificationRefused(
        "line-not-ready", "情形 " + line.item() + " 现在是“" + line.stage().label() + "”，还不能或不再能办理这一步");
  }

  static RectificationRefused planStands(CardLine line) {
    return new RectificationRefused(
        "measures-already-accepted",
        "情形 " + line.item() + " 的整改措施已获认可，请按措施整改，完成后报告；验收不通过、整改期限变动或移交承接后才能另提措施");
  }

  static RectificationRefused planDecided(PlanStatus status) {
    return new RectificationRefused(
        "measures-already-decided", "这份整改措施" + status.label() + "，不能再办理这一步");
  }

  static RectificationRefused planNotAccepted(PlanStatus status) {
    return new RectificationRefused(
        "measures-not-accepted", "这份整改措施" + status.label() + "，措施获认可后才能标记完成");
  }

  static RectificationRefused alreadyDone(int position) {
    return new RectificationRefused("measure-already-done", "第" + position + "条措施已经标记完成");
  }

  static RectificationRefused ownPlan() {
    return new RectificationRefused("own-rectification", "整改措施由您本人提交，请由其他人认可或退回");
  }

  static RectificationRefused ownReport() {
    return new RectificationRefused("own-rectification", "整改措施、完成情况、佐证或所关联的纪实由您本人提交，请由其他人验收");
  }

  static RectificationRefused ownFirstCheck() {
    return new RectificationRefused("own-first-check", "这一项由您本人验收，复核须由其他人办理");
  }

  static RectificationRefused nothingOpen(String number) {
    return new RectificationRefused("card-not-open", "亮牌 " + number + " 已经摘牌或撤销，没有待验收的情形");
  }

  static RectificationRefused linesNotReady(List<CardLine> lines) {
    return new RectificationRefused(
        "lines-not-ready",
        "还有 "
            + lines.size()
            + " 项没有报告整改完成，不能一起验收："
            + String.join(
                "、",
                lines.stream().map(line -> line.item() + " " + line.stage().label()).toList()));
  }
}

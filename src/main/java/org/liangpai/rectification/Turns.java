package org.liangpai.rectification;

import org.liangpai.card.LineStage;

/** Tells whose turn it is with a line by its stage. */
final class Turns {

  private Turns() {}

  /**
   * @param red whether the card is red now
   * @param returned whether the latest plan was returned
   * @param rejected whether the latest report was rejected
   */
  static Turn of(LineStage stage, boolean red, boolean returned, boolean rejected, Desks desks) {
    return switch (stage) {
      case TO_PLAN ->
          new Turn(
              Turn.Side.HOLDER,
              desks.holder().name(),
              returned ? "措施被退回，修改后重新提交" : "写出整改措施：做什么、谁负责、何时完成");
      case PLANNED -> new Turn(Turn.Side.VERIFIER, desks.verifier().name(), "看整改措施，认可或退回");
      case IN_WORK ->
          new Turn(
              Turn.Side.HOLDER,
              desks.holder().name(),
              rejected ? "验收没有通过，继续整改后再次报告" : "按措施整改，完成后报告");
      case REPORTED ->
          new Turn(
              Turn.Side.VERIFIER, desks.verifier().name(), red ? "验收；红牌验收通过后还要上级复核" : "验收，通过即销号");
      case ACCEPTED -> new Turn(Turn.Side.ABOVE, desks.above().name(), "复核，通过即销号");
      case CLEARED -> new Turn(Turn.Side.NOBODY, null, "已销号，不用再办理");
      case CLOSED -> new Turn(Turn.Side.NOBODY, null, "已撤下，不用再办理");
    };
  }
}

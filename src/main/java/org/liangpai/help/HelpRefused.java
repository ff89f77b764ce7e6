package org.liangpai.help;

import org.liangpai.shared.Refusal;

/** Something that cannot be done to a request in its present state, or by whoever tries. */
final class HelpRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private HelpRefused(String code, String message) {
    super(code, message);
  }

  static HelpRefused notAsker() {
    return new HelpRefused("not-the-asking-side", "只有提出求助的支部书记或基层党委经办人能办理这一步");
  }

  static HelpRefused notAsked() {
    return new HelpRefused("not-the-asked-unit", "只有被求助单位，或逾期后已报到的上级单位经办人能答复");
  }

  static HelpRefused notYourCard() {
    return new HelpRefused("not-your-side-of-the-card", "只有持牌方和核实单位能为这张牌求助");
  }

  static HelpRefused cardNotOpen(String number) {
    return new HelpRefused("card-not-open", "亮牌 " + number + " 已经摘牌或撤销，不再为它求助");
  }

  static HelpRefused askedAlready() {
    return new HelpRefused("help-asked-already", "同样的求助已经提出，还没有办结");
  }

  static HelpRefused notNow(HelpStatus status) {
    return new HelpRefused("help-not-now", "这项求助" + status.label() + "，现在不能办理这一步");
  }

  static HelpRefused sentBackBefore() {
    return new HelpRefused("help-sent-back-before", "已经退回过一次，不能再退；可以确认办结，或撤回后另行求助");
  }
}

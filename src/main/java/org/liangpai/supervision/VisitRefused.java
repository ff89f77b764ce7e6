package org.liangpai.supervision;

import java.time.LocalDate;
import org.liangpai.shared.Refusal;

/** A visit cannot be written down, or not be withdrawn. */
final class VisitRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private VisitRefused(String code, String message) {
    super(code, message);
  }

  static VisitRefused notAssigned(String branch, LocalDate day) {
    return new VisitRefused("not-assigned", day + " 您没有联系支部“" + branch + "”，不能记录走访；由指派给这个支部的人记录");
  }

  static VisitRefused notForLeaders() {
    return new VisitRefused("findings-by-supervisor", "逐项落实情况由督导员填写，联系领导只记走访");
  }

  static VisitRefused notOpen(long line) {
    return new VisitRefused("item-not-open", "牌上情形 " + line + " 不是这个支部未销号的情形，请刷新后再填");
  }

  static VisitRefused written(LocalDate day) {
    return new VisitRefused("visit-written", day + " 的走访已经记录过，记录不能改；记错了的，请先撤回再重新记录");
  }

  static VisitRefused ofAnother(String account) {
    return new VisitRefused("visit-of-another", "这次走访由“" + account + "”记录，只有本人能撤回");
  }
}

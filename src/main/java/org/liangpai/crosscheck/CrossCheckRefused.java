package org.liangpai.crosscheck;

import java.time.LocalDate;
import org.liangpai.shared.Refusal;

/** A cross-check cannot be drawn or answered. */
final class CrossCheckRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private CrossCheckRefused(String code, String message) {
    super(code, message);
  }

  static CrossCheckRefused notOver(LocalDate to) {
    return new CrossCheckRefused("period-not-over", "抽查时段要到 " + to + " 结束，过了这一天才能抽样");
  }

  static CrossCheckRefused drawn(long id, LocalDate from, LocalDate to) {
    return new CrossCheckRefused(
        "period-drawn", "%s 至 %s 已经抽过样（抽查 %d），同一时段不能重抽".formatted(from, to, id));
  }

  static CrossCheckRefused alone(String unit) {
    return new CrossCheckRefused("nobody-else", "“" + unit + "”只有一个下级党组织，没有别的单位可以交叉核查");
  }

  static CrossCheckRefused nothing(LocalDate from, LocalDate to) {
    return new CrossCheckRefused("nothing-to-draw", from + " 至 " + to + " 没有核实或销号的事项可抽");
  }

  static CrossCheckRefused notYours(String checker) {
    return new CrossCheckRefused("not-yours-to-check", "这一项由“" + checker + "”核查，请由该单位经办人反馈");
  }

  static CrossCheckRefused decidedByYou() {
    return new CrossCheckRefused("decided-by-you", "这一项原来由您核实，不能由您核查，请由本单位其他经办人反馈");
  }

  static CrossCheckRefused answered(Answer answer) {
    return new CrossCheckRefused("already-checked", "这一项已反馈“" + answer.label() + "”，不能再改");
  }
}

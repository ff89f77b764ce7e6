package org.liangpai.verification;

import java.time.Duration;
import org.liangpai.shared.Refusal;

/** A decision on a finding that stays as it was taken. */
public final class TakingBackRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private TakingBackRefused(String message) {
    super("decision-stays", message);
  }

  static TakingBackRefused notDecided() {
    return new TakingBackRefused("这个疑似问题还没有核实，没有可以撤回的核实结论");
  }

  static TakingBackRefused decidedByAnother(String account) {
    return new TakingBackRefused("核实结论由“" + account + "”作出，只能由本人撤回");
  }

  static TakingBackRefused tooLate(Duration within) {
    return new TakingBackRefused("核实结论只能在作出后" + within.toMinutes() + "分钟内撤回");
  }

  /** The card is known to its holder, or somebody has acted on it. */
  public static TakingBackRefused cardIsKnown(String card) {
    return new TakingBackRefused("亮牌 " + card + " 已被持牌对象看到或已开始办理，核实结论不能再撤回；发现有误的，请由上级撤销亮牌");
  }

  /** The finding went onto a card that stood before. */
  public static TakingBackRefused joinedACard(String card) {
    return new TakingBackRefused("该情形已并入原牌 " + card + "，核实结论不能撤回");
  }
}

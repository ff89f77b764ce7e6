package org.liangpai.concession;

import java.time.LocalDate;
import org.liangpai.shared.Refusal;

/** Something that cannot be asked for, or decided, in the present state. */
final class ConcessionRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private ConcessionRefused(String code, String message) {
    super(code, message);
  }

  static ConcessionRefused cardNotOpen(String number) {
    return new ConcessionRefused("card-not-open", "亮牌 " + number + " 已经摘牌或撤销，不再办理");
  }

  static ConcessionRefused waiting(ConcessionKind kind) {
    return new ConcessionRefused("concession-waiting", "这张牌已有一项" + kind.label() + "申请待审批");
  }

  static ConcessionRefused decided(ConcessionKind kind, ConcessionStatus status) {
    return new ConcessionRefused(
        "concession-decided", "这项" + kind.label() + "申请" + status.label() + "，不能再审批");
  }

  static ConcessionRefused ownRequest(ConcessionKind kind) {
    return new ConcessionRefused("decides-own-request", kind.label() + "申请须由申请人以外的人审批");
  }

  static ConcessionRefused extensionTooLate() {
    return new ConcessionRefused("extension-too-late", "各项情形都已到期，延期须在到期日之前申请");
  }

  static ConcessionRefused extended(int most) {
    return new ConcessionRefused("extension-used-up", "一张牌最多延期" + most + "次，这张牌已经延期");
  }

  static ConcessionRefused suspensionOver(LocalDate until) {
    return new ConcessionRefused("suspension-over", "申请的挂账截止日（" + until + "）已到，只能不同意");
  }

  static ConcessionRefused objectionTooLate(int days, LocalDate last) {
    return new ConcessionRefused("objection-too-late", "申诉须在亮牌后" + days + "个工作日内（" + last + "止）提出");
  }

  static ConcessionRefused objected() {
    return new ConcessionRefused("objection-used-up", "一张牌只能申诉一次，这张牌已经申诉过");
  }

  static ConcessionRefused ownVerification() {
    return new ConcessionRefused("decides-own-verification", "这张牌由您核实或签发，申诉须由其他人审批");
  }

  static ConcessionRefused notDissolved(String branch) {
    return new ConcessionRefused("branch-not-dissolved", "支部 " + branch + " 没有撤销，不能移交亮牌");
  }

  static ConcessionRefused successorDissolved(String branch) {
    return new ConcessionRefused("successor-dissolved", "支部 " + branch + " 也已撤销，不能承接");
  }

  static ConcessionRefused succeeded(String branch, String by) {
    return new ConcessionRefused(
        "succession-decided",
        "支部 " + branch + " 已确定" + (by == null ? "无承接支部" : "由支部 " + by + " 承接") + "，不能更改");
  }
}

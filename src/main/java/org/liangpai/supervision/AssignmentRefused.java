package org.liangpai.supervision;

import java.time.LocalDate;
import org.liangpai.shared.Refusal;

/** Somebody cannot take a branch, or cannot hand it over. */
final class AssignmentRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private AssignmentRefused(String code, String message) {
    super(code, message);
  }

  static AssignmentRefused noPost(AssignmentKind kind, String account) {
    return new AssignmentRefused(
        "post-not-held", "“" + account + "”今天没有您管理范围内的" + kind.label() + "岗位，不能指派；岗位由安全管理员任命");
  }

  static AssignmentRefused notCovered(AssignmentKind kind, String account, String branch) {
    return new AssignmentRefused(
        "branch-not-covered", "“" + account + "”的" + kind.label() + "岗位管不到支部“" + branch + "”");
  }

  static AssignmentRefused dissolved(String branch) {
    return new AssignmentRefused("branch-dissolved", "支部“" + branch + "”已撤销，不再指派");
  }

  static AssignmentRefused notWeak(String branch) {
    return new AssignmentRefused(
        "branch-not-weak", "支部“" + branch + "”没有未销号的亮牌，也不在回头看期间；联系领导应联系薄弱支部");
  }

  static AssignmentRefused taken(
      AssignmentKind kind, String branch, String name, LocalDate from, LocalDate to) {
    return new AssignmentRefused(
        "branch-taken",
        "支部“%s”自 %s 起%s已有%s“%s”，请先结束或交接"
            .formatted(branch, from, to == null ? "" : "至 " + to, kind.label(), name));
  }

  static AssignmentRefused nothingToHandOver(AssignmentKind kind, String account) {
    return new AssignmentRefused(
        "nothing-to-hand-over", "“" + account + "”从这一天起没有作为" + kind.label() + "联系的支部，无须交接");
  }
}

package org.liangpai.demonstration;

import org.liangpai.shared.Refusal;

/** Something that cannot be done with a demonstration branch as things stand. */
final class DemonstrationRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private DemonstrationRefused(String code, String message) {
    super(code, message);
  }

  static DemonstrationRefused already(String branch, String number) {
    return new DemonstrationRefused(
        "demonstration-already", branch + "已经是示范党支部（编号 " + number + "），不用再选");
  }

  static DemonstrationRefused noCandidate(Assessment branch) {
    return new DemonstrationRefused(
        "demonstration-no-candidate", branch.branchName() + "还不符合候选条件：" + branch.whyNot());
  }

  static DemonstrationRefused notSuspended(String number) {
    return new DemonstrationRefused(
        "demonstration-not-suspended", "示范党支部 " + number + " 没有暂停，不用恢复");
  }

  static DemonstrationRefused redStands(String number, String card) {
    return new DemonstrationRefused(
        "demonstration-red-stands", "示范党支部 " + number + " 的红牌 " + card + " 还没有摘，不能恢复");
  }
}

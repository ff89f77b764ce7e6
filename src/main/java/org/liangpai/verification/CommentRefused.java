package org.liangpai.verification;

import org.liangpai.shared.Refusal;

/** A finding about which the committee has nothing to say. */
final class CommentRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private CommentRefused(String code, String message) {
    super(code, message);
  }

  static CommentRefused dutyOfBranch(long finding) {
    return new CommentRefused("not-the-units-duty", "疑似问题 " + finding + " 的责任在支部，由基层党委核实，不用另作说明");
  }

  static CommentRefused decided(long finding) {
    return new CommentRefused("finding-not-open", "疑似问题 " + finding + " 已核实或已撤回，不能再作说明");
  }
}

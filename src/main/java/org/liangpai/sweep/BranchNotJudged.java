package org.liangpai.sweep;

import java.time.YearMonth;
import org.liangpai.shared.Refusal;

/**
 * The branch was not yet founded or already dissolved at the end of the month, so no item is
 * judged.
 */
final class BranchNotJudged extends Refusal {

  private static final long serialVersionUID = 1L;

  BranchNotJudged(String branchCode, YearMonth month) {
    super("branch-not-judged", "支部 " + branchCode + " 在 " + month + " 月底尚未成立或已经撤销，不作判断");
  }
}

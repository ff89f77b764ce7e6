package org.liangpai.verification.web;

import io.quarkus.qute.TemplateExtension;
import org.liangpai.verification.FindingStatus;
import org.liangpai.verification.FindingView;

/** What pages call the parts of a finding. */
@TemplateExtension
public final class FindingTexts {

  private FindingTexts() {}

  /** The word for a status. */
  public static String label(FindingStatus status) {
    return switch (status) {
      case PENDING -> "待核实";
      case CONFIRMED -> "属实";
      case DISMISSED -> "不予认定";
      case DATA_ERROR -> "数据有误";
      case WITHDRAWN -> "已撤回";
    };
  }

  /** Whether somebody has to decide. */
  public static boolean isPending(FindingView finding) {
    return finding.status() == FindingStatus.PENDING;
  }

  /** Whether its reader may choose it, to decide on it with others. */
  public static boolean isChoosable(FindingView finding) {
    return isPending(finding)
        && finding.mine()
        && finding.carded()
        && Together.isDecidedTogether(finding);
  }

  /** Whether the item is the duty of the base-level committee. */
  public static boolean isUnitDuty(FindingView finding) {
    return "UNIT".equals(finding.duty());
  }
}

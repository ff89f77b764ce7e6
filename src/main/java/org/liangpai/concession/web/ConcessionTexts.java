package org.liangpai.concession.web;

import io.quarkus.qute.TemplateExtension;
import org.liangpai.concession.ConcessionView;

/** What pages say of requests. */
@TemplateExtension
public final class ConcessionTexts {

  private ConcessionTexts() {}

  /** What is asked for, one phrase. */
  public static String asked(ConcessionView one) {
    return switch (one.kind()) {
      case EXTENSION -> "申请延期 " + one.workingDays() + " 个工作日";
      case SUSPENSION -> "申请挂账至 " + one.until();
      case OBJECTION ->
          one.items().isEmpty() ? "对整张牌申诉" : "对情形 " + String.join("、", one.items()) + " 申诉";
    };
  }

  /** What was decided, one phrase. */
  public static String outcome(ConcessionView one) {
    boolean fewer =
        one.grantedWorkingDays() != null && !one.grantedWorkingDays().equals(one.workingDays());
    return one.status().label() + (fewer ? "（" + one.grantedWorkingDays() + " 个工作日）" : "");
  }

  /** Where it is decided. */
  public static String decisionPath(ConcessionView one) {
    return switch (one.kind()) {
      case EXTENSION -> "/extensions/" + one.id() + "/decision";
      case SUSPENSION -> "/suspensions/" + one.id() + "/decision";
      case OBJECTION -> "/objections/" + one.id() + "/decision";
    };
  }
}

package org.liangpai.overview.web;

import io.quarkus.qute.TemplateExtension;
import org.liangpai.evaluation.Outcome;

/** What pages call a verdict. */
@TemplateExtension
public final class OverviewTexts {

  private OverviewTexts() {}

  /** The word for a verdict. */
  public static String label(Outcome outcome) {
    return switch (outcome) {
      case HIT -> "命中";
      case CLEAR -> "正常";
      case NOT_JUDGED -> "无法判断";
      case NOT_APPLICABLE -> "不适用";
    };
  }
}

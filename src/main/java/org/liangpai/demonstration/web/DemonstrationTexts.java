package org.liangpai.demonstration.web;

import io.quarkus.qute.TemplateExtension;
import org.liangpai.demonstration.Demonstration;

/** What pages call the acts on a demonstration branch. */
@TemplateExtension
public final class DemonstrationTexts {

  private DemonstrationTexts() {}

  /** The word for an act. */
  public static String label(Demonstration.EventView event) {
    return switch (event.act()) {
      case "CHOSEN" -> "选定";
      case "SUSPENDED" -> "暂停";
      case "RESUMED" -> "恢复";
      default -> "取消";
    };
  }
}

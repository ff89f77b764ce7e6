package org.liangpai.sweep.web;

import io.quarkus.qute.TemplateExtension;
import java.util.Map;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatus;

/** What pages call the parts of a sweep. */
@TemplateExtension
public final class SweepTexts {

  private static final Map<String, String> ACTS =
      Map.of(
          "FOUND", "新发现",
          "UPDATED", "数据有变、已更新",
          "WITHDRAWN", "数据更正后撤回",
          "REINSTATED", "撤回后再次发现",
          "REOPENED", "重新待核实",
          "DATA_CHANGED", "已核实、数据有变",
          "NO_LONGER_HIT", "已核实、不再命中");

  private SweepTexts() {}

  /** The word for a status. */
  public static String label(SweepStatus status) {
    return switch (status) {
      case RUNNING -> "正在排查";
      case DONE -> "已完成";
      case PARTIAL -> "已完成，个别支部出错";
      case FAILED -> "中断";
      case CANCELLED -> "已取消";
    };
  }

  /** How it came about. */
  public static String label(Occasion occasion) {
    return switch (occasion) {
      case SCHEDULED -> "定时";
      case REQUESTED -> "手动";
    };
  }

  /** Whether it has not ended. */
  public static boolean isRunning(Sweep sweep) {
    return sweep.status() == SweepStatus.RUNNING;
  }

  /** The branches on the roster that did not exist at the end of the month. */
  public static int notExisting(Sweep sweep) {
    return sweep.counts().onRoster() - sweep.counts().toJudge();
  }

  /** The phrase for an act of a run. */
  public static String changeLabel(String act) {
    return ACTS.getOrDefault(act, act);
  }
}

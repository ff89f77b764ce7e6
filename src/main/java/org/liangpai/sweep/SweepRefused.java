package org.liangpai.sweep;

import java.time.LocalDate;
import java.time.YearMonth;
import org.liangpai.shared.Refusal;

/** A sweep that cannot be started now. */
public final class SweepRefused extends Refusal {

  private static final long serialVersionUID = 1L;

  private SweepRefused(String code, String message) {
    super(code, message);
  }

  static SweepRefused monthNotOver(YearMonth month, LocalDate today) {
    return new SweepRefused("month-not-over", month + " 尚未结束（今天是 " + today + "），只能排查已经结束的月份");
  }

  static SweepRefused alreadyScheduled(YearMonth month) {
    return new SweepRefused("already-scheduled", month + " 的定时排查已经进行过");
  }

  static SweepRefused startedByOthers(YearMonth month) {
    return new SweepRefused("sweep-started-by-others", month + " 的排查由其他人或定时开始，只有发起人和市级可以取消");
  }
}

package org.liangpai.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;

/** Chinese phrases that several facts use. */
final class Texts {

  private Texts() {}

  /** Such as 2026年10月. */
  static String month(YearMonth month) {
    return month.getYear() + "年" + month.getMonthValue() + "月";
  }

  /** Such as 2026年10月31日. */
  static String day(LocalDate day) {
    return month(YearMonth.from(day)) + day.getDayOfMonth() + "日";
  }

  /** Why nothing is known of a month. */
  static String noRecord(YearMonth month) {
    return month(month) + "没有上报纪实";
  }
}

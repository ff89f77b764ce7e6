package org.liangpai.escalation;

import java.time.LocalDate;

/** How sentences write a day. */
final class Days {

  private Days() {}

  /** 2026年10月31日. */
  static String chinese(LocalDate day) {
    return "%d年%d月%d日".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
  }
}

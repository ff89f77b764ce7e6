package org.liangpai.intake;

import java.time.Duration;
import org.liangpai.shared.AccessRefused;

/** Somebody imports more at a time than one account may. */
public final class ImportRefused extends AccessRefused {

  private static final long serialVersionUID = 1L;

  private ImportRefused(String code, String message, Duration retryAfter) {
    super(429, code, "导入过于频繁", message, retryAfter);
  }

  static ImportRefused tooManyAtATime(int most, Duration wait) {
    return new ImportRefused(
        "too-many-imports-at-a-time", "您有" + most + "次导入还在进行，请等其中一次完成后再试。", wait);
  }

  static ImportRefused tooManyAMinute(int most, Duration wait) {
    return new ImportRefused(
        "too-many-imports-a-minute",
        "每分钟最多导入" + most + "次，请" + (wait.toSeconds() + 1) + "秒后再试。",
        wait);
  }
}

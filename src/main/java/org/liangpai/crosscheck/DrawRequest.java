package org.liangpai.crosscheck;

import java.time.LocalDate;
import org.liangpai.shared.Invalid;

/**
 * What is to be drawn.
 *
 * @param unit a county or the city: what its parts verified and cleared is checked by one another
 * @param seed or {@code null} to have one made by chance
 */
public record DrawRequest(String unit, LocalDate fromOn, LocalDate toOn, String seed) {

  private static final int LONGEST_SEED = 100;

  /**
   * Checks what can be said without looking.
   *
   * @throws Invalid if something is missing or the days are the wrong way round
   */
  public DrawRequest {
    if (unit == null || unit.isBlank()) {
      throw new Invalid("unit", "请选择抽查哪个党组织");
    }
    if (fromOn == null || toOn == null) {
      throw new Invalid("fromOn", "请填写抽查时段的开始和结束日期");
    }
    if (toOn.isBefore(fromOn)) {
      throw new Invalid("toOn", "结束日期不能早于开始日期");
    }
    if (toOn.isAfter(fromOn.plusYears(1).minusDays(1))) {
      throw new Invalid("toOn", "抽查时段最长一年");
    }
    if (seed != null && seed.strip().length() > LONGEST_SEED) {
      throw new Invalid("seed", "种子最多" + LONGEST_SEED + "个字符");
    }
    unit = unit.strip();
    seed = seed == null || seed.isBlank() ? null : seed.strip();
  }
}

package org.liangpai.oversight;

import java.time.LocalDate;
import java.util.Optional;
import org.liangpai.shared.Invalid;

/**
 * Which facts are wanted.
 *
 * @param unit a unit and all below it
 * @param from the first day on which something was decided or came back
 * @param to the last
 */
public record OversightFilter(Optional<String> unit, LocalDate from, LocalDate to) {

  /**
   * Checks the days.
   *
   * @throws Invalid if they are the wrong way round
   */
  public OversightFilter {
    if (to.isBefore(from)) {
      throw new Invalid("to", "结束日期不能早于开始日期");
    }
  }
}

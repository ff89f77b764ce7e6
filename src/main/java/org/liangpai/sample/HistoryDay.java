package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A working day in the history of the city.
 *
 * @param first the first month whose sweep belongs to the history
 * @param last the last month that is over today: it is left to whoever tries the service
 */
record HistoryDay(LocalDate day, YearMonth first, YearMonth last) {

  /** Whether the sweep of a month, with all that follows, belongs to the history. */
  boolean has(YearMonth month) {
    return !month.isBefore(first) && month.isBefore(last);
  }
}

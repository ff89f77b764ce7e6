package org.liangpai.warninglist;

import java.time.YearMonth;
import java.util.List;

/**
 * A number, share or day that an item measures by, with its values over time.
 *
 * @param name the name by which rules and sentences ask for it
 * @param label its Chinese label
 * @param unit the unit of a number in Chinese, or an empty text
 * @param domains the domains for which it stands; empty if it is the same for all
 * @param values at least one, in rising order of their months
 */
public record Threshold(
    String name,
    String label,
    String unit,
    ThresholdKind kind,
    List<String> domains,
    AllowedRange allowed,
    List<DatedValue<Object>> values) {

  /** Its value in a month. */
  public Object valueIn(YearMonth month) {
    return DatedValue.asOf(month, values);
  }
}

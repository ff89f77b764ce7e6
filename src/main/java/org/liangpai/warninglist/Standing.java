package org.liangpai.warninglist;

import java.time.YearMonth;
import java.util.Optional;

/**
 * The status of an item and the months in which it is judged.
 *
 * @param validFrom the first month in which it is judged, if there is one
 * @param retiredFrom the first month in which a retired item is no longer judged
 * @param retiredReason why a retired item was retired
 */
public record Standing(
    ItemStatus status,
    Optional<YearMonth> validFrom,
    Optional<YearMonth> retiredFrom,
    Optional<String> retiredReason) {

  /** Whether the item is judged in a month. */
  public boolean covers(YearMonth month) {
    return validFrom.map(from -> !month.isBefore(from)).orElse(true)
        && retiredFrom.map(month::isBefore).orElse(true);
  }
}

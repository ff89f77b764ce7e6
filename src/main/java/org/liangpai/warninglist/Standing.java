package org.liangpai.warninglist;

import java.time.YearMonth;
import java.util.Optional;

/** The status of an item and the months in which it is judged. */
public final class Standing {

  private final ItemStatus status;
  private final YearMonth validFrom;
  private final YearMonth retiredFrom;
  private final String retiredReason;

  private Standing(
      ItemStatus status, YearMonth validFrom, YearMonth retiredFrom, String retiredReason) {
    this.status = status;
    this.validFrom = validFrom;
    this.retiredFrom = retiredFrom;
    this.retiredReason = retiredReason;
  }

  /** The standing of an item in use, from a month on or, if that is null, ever since. */
  static Standing inUse(ItemStatus status, YearMonth validFrom) {
    return new Standing(status, validFrom, null, null);
  }

  /** The standing of an item that is no longer judged from a month on. */
  static Standing retired(YearMonth validFrom, YearMonth retiredFrom, String reason) {
    return new Standing(ItemStatus.RETIRED, validFrom, retiredFrom, reason);
  }

  /** Whether the item is active, on trial or retired. */
  public ItemStatus status() {
    return status;
  }

  /** The first month in which the item is judged, if it has one. */
  public Optional<YearMonth> validFrom() {
    return Optional.ofNullable(validFrom);
  }

  /** The first month in which a retired item is no longer judged. */
  public Optional<YearMonth> retiredFrom() {
    return Optional.ofNullable(retiredFrom);
  }

  /** Why a retired item was retired. */
  public Optional<String> retiredReason() {
    return Optional.ofNullable(retiredReason);
  }

  /** Whether the item is judged in a month. */
  public boolean covers(YearMonth month) {
    return (validFrom == null || !month.isBefore(validFrom))
        && (retiredFrom == null || month.isBefore(retiredFrom));
  }
}

package org.liangpai.verification;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import org.liangpai.warninglist.Level;

/**
 * Which findings are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 * @param mine only those that the viewer verifies
 * @param verifyDueBefore those that were to be verified before a day
 */
public record FindingFilter(
    Optional<YearMonth> month,
    Optional<String> branch,
    Optional<String> unit,
    Optional<String> item,
    Optional<Level> level,
    Optional<FindingStatus> status,
    boolean mine,
    Optional<LocalDate> verifyDueBefore) {

  /** Whatever the day by which they are to be verified. */
  public FindingFilter(
      Optional<YearMonth> month,
      Optional<String> branch,
      Optional<String> unit,
      Optional<String> item,
      Optional<Level> level,
      Optional<FindingStatus> status,
      boolean mine) {
    this(month, branch, unit, item, level, status, mine, Optional.empty());
  }

  /** The same whoever verifies them. */
  public FindingFilter(
      Optional<YearMonth> month,
      Optional<String> branch,
      Optional<String> unit,
      Optional<String> item,
      Optional<Level> level,
      Optional<FindingStatus> status) {
    this(month, branch, unit, item, level, status, false);
  }
}

package org.liangpai.oversight;

import java.time.LocalDate;
import java.util.List;

/**
 * How a base-level committee verified and cleared in a period. Facts, from which people draw their
 * own conclusions.
 *
 * @param decided how many findings it decided
 * @param late how many of them after the day by which they were to be verified
 * @param waiting how many wait past that day now
 * @param streaks decisions alike, so many in a row that the next level is told
 * @param relapses items that came back after they had been cleared
 */
public record CommitteeFacts(
    String unitCode,
    String unitName,
    int decided,
    int late,
    int waiting,
    List<Streak> streaks,
    List<Relapse> relapses) {

  /** Decisions alike in a row. */
  public record Streak(boolean confirmed, int number, LocalDate from, LocalDate to) {}

  /** An item that came back. */
  public record Relapse(
      String branchCode,
      String branchName,
      String item,
      String title,
      LocalDate clearedOn,
      LocalDate againOn,
      String card) {}

  /** Whether there is anything to look at. */
  public boolean isNotable() {
    return late > 0 || waiting > 0 || !streaks.isEmpty() || !relapses.isEmpty();
  }
}

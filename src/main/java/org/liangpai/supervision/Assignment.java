package org.liangpai.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * That somebody takes a branch, from a day to a day.
 *
 * @param toOn the last day, or {@code null} while no end is foreseen
 * @param inForce it holds today
 * @param takenOverFrom the id of the predecessor's assignment after a hand-over, or {@code null}
 * @param endedAt when it was ended before its time, or {@code null}
 */
public record Assignment(
    long id,
    AssignmentKind kind,
    String account,
    String name,
    String branchCode,
    String branchName,
    String unitPath,
    LocalDate fromOn,
    LocalDate toOn,
    boolean inForce,
    String reason,
    OffsetDateTime assignedAt,
    String assignedBy,
    Long takenOverFrom,
    OffsetDateTime endedAt,
    String endedBy,
    String endReason) {

  /** Whether a day of it has come, on which there may have been a visit. */
  public boolean hasBegun(LocalDate today) {
    return !fromOn.isAfter(today) && (endedAt == null || !endedAt.toLocalDate().isBefore(fromOn));
  }

  /** Whether days are left that can be taken away: today's or later ones. */
  public boolean isEndable(LocalDate today) {
    return endedAt == null && (toOn == null || !toOn.isBefore(today));
  }
}

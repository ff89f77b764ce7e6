package org.liangpai.demonstration;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A demonstration branch as whoever sees the branch is shown it.
 *
 * @param facts what made it a candidate on the day on which it was chosen
 */
public record Demonstration(
    String number,
    String branchCode,
    String branchName,
    String unitName,
    String domain,
    LocalDate since,
    DemonstrationStatus status,
    String reason,
    List<Criterion> facts,
    List<EventView> history) {

  /** What was done with it: by whom and why. */
  public record EventView(OffsetDateTime at, String actor, String act, String reason) {}
}

package org.liangpai.supervision;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.liangpai.shared.Withdrawal;

/**
 * A visit (走访) as it was written down.
 *
 * @param met whom the visitor met, by post
 * @param agreed what was agreed, or {@code null}
 * @param nextOn when the next visit is to be, or {@code null}
 * @param findings of items of open cards
 * @param withdrawn that it no longer counts, or {@code null}
 * @param withdrawable whether the viewer wrote it and may still withdraw it
 */
public record VisitView(
    long id,
    AssignmentKind kind,
    String account,
    String name,
    String branchCode,
    String branchName,
    LocalDate visitedOn,
    List<String> met,
    String seen,
    String agreed,
    LocalDate nextOn,
    OffsetDateTime writtenAt,
    List<FindingView> findings,
    Withdrawal withdrawn,
    boolean withdrawable) {

  /** What was found of an item. */
  public record FindingView(
      long line, String card, String item, String title, ItemOutcome outcome, String text) {}
}

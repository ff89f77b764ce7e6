package org.liangpai.supervision.api;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Parameters;
import org.liangpai.supervision.ItemOutcome;
import org.liangpai.supervision.VisitReport;

/**
 * A visit as it is written down.
 *
 * @param met whom the visitor met, by post
 * @param nextOn when the next visit is to be
 * @param findings of open items, by supervisors
 */
record VisitRequest(
    String branch,
    String visitedOn,
    List<@NotNull(message = "职务不能为空") String> met,
    String seen,
    String agreed,
    String nextOn,
    List<@NotNull(message = "落实情况不能为空") Finding> findings) {

  /**
   * What was found of an item.
   *
   * @param line the id of the line of the card
   * @param outcome DONE, IN_PART or NOT_DONE
   */
  record Finding(Long line, String outcome, String text) {

    private VisitReport.Finding finding() {
      if (line == null) {
        throw new Invalid("findings", "请填写是牌上的哪一项");
      }
      return new VisitReport.Finding(
          line, Parameters.optionalOf(ItemOutcome.class, "findings", outcome).orElse(null), text);
    }
  }

  VisitReport report() {
    return new VisitReport(
        branch,
        TakingRequest.day("visitedOn", visitedOn),
        met,
        seen,
        agreed,
        TakingRequest.day("nextOn", nextOn),
        findings == null ? List.of() : findings.stream().map(Finding::finding).toList());
  }
}

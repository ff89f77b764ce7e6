package org.liangpai.supervision;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.liangpai.shared.Invalid;

/**
 * What somebody writes down of a visit.
 *
 * @param met whom they met, by post
 * @param agreed what was agreed, or {@code null}
 * @param nextOn when the next visit is to be, or {@code null}
 * @param findings of items of open cards, each item once
 */
public record VisitReport(
    String branch,
    LocalDate visitedOn,
    List<String> met,
    String seen,
    String agreed,
    LocalDate nextOn,
    List<Finding> findings) {

  /** What was found of the item of a line. */
  public record Finding(long line, ItemOutcome outcome, String text) {

    /**
     * Checks what can be said without looking.
     *
     * @throws Invalid without an outcome or text
     */
    public Finding {
      if (outcome == null) {
        throw new Invalid("findings", "请选择每一项的结论：DONE 已落实、IN_PART 部分落实、NOT_DONE 未落实");
      }
      text = Reasons.compulsory("text", text);
    }
  }

  /**
   * Checks what can be said without looking.
   *
   * @throws Invalid if something is missing or the days are the wrong way round
   */
  public VisitReport {
    if (branch == null || branch.isBlank()) {
      throw new Invalid("branch", "请填写支部编码");
    }
    branch = branch.strip();
    if (visitedOn == null) {
      throw new Invalid("visitedOn", "请填写走访日期");
    }
    if (met == null || met.isEmpty()) {
      throw new Invalid("met", "请选择见了谁（按职务）");
    }
    met = met.stream().distinct().toList();
    seen = Reasons.compulsory("seen", seen);
    agreed = Reasons.optional("agreed", agreed);
    if (nextOn != null && !nextOn.isAfter(visitedOn)) {
      throw new Invalid("nextOn", "下次走访日期应晚于本次");
    }
    findings = findings == null ? List.of() : List.copyOf(findings);
    Set<Long> lines = new HashSet<>();
    for (Finding finding : findings) {
      if (!lines.add(finding.line())) {
        throw new Invalid("findings", "同一项情形只能写一次");
      }
    }
  }
}

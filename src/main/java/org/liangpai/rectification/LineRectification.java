package org.liangpai.rectification;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.liangpai.card.LineStage;

/**
 * What was done about a line of a card so far, and whose turn it is.
 *
 * @param returns how often measures were returned
 * @param rejections how often a report was rejected
 * @param plans all that were proposed, the first one first
 * @param reports all of them, the first one first
 */
public record LineRectification(
    long lineId,
    String branchCode,
    String item,
    LineStage stage,
    String stageLabel,
    LocalDate dueOn,
    Turn turn,
    int returns,
    int rejections,
    List<PlanView> plans,
    List<ReportView> reports) {

  /**
   * Measures that were proposed together, and what became of them.
   *
   * @param overtaken the line is due on another day since, or another branch answers for it
   */
  public record PlanView(
      long id,
      PlanStatus status,
      String statusLabel,
      OffsetDateTime proposedAt,
      String proposedBy,
      OffsetDateTime decidedAt,
      String decidedBy,
      String reasonCode,
      String reason,
      String remark,
      boolean overtaken,
      List<MeasureView> measures) {}

  /** One step of a plan. */
  public record MeasureView(
      int position, String what, String responsible, LocalDate dueOn, LocalDate doneOn) {}

  /** A report, and what those said who looked at it. */
  public record ReportView(
      long id,
      long planId,
      LocalDate doneOn,
      String text,
      OffsetDateTime reportedAt,
      String reportedBy,
      List<CheckView> checks) {}

  /** What somebody said who looked at a report. */
  public record CheckView(
      CheckKind kind,
      boolean passed,
      String reasonCode,
      String reason,
      String remark,
      OffsetDateTime checkedAt,
      String checkedBy) {}

  /** The plan that is proposed or accepted, or {@code null}. */
  @JsonIgnore
  public PlanView standing() {
    PlanView latest = latestPlan();
    return latest != null
            && (latest.status() == PlanStatus.PROPOSED || latest.status() == PlanStatus.ACCEPTED)
        ? latest
        : null;
  }

  /** The latest plan, whatever became of it, or {@code null}. */
  @JsonIgnore
  public PlanView latestPlan() {
    return plans.isEmpty() ? null : plans.get(plans.size() - 1);
  }

  /** The plans before the latest one. */
  @JsonIgnore
  public List<PlanView> earlierPlans() {
    return plans.isEmpty() ? List.of() : plans.subList(0, plans.size() - 1);
  }

  /** The latest report. */
  Optional<ReportView> latestReport() {
    return reports.isEmpty() ? Optional.empty() : Optional.of(reports.get(reports.size() - 1));
  }
}

package org.liangpai.rectification;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.hibernate.annotations.ListIndexBase;
import org.liangpai.card.CardLine;
import org.liangpai.shared.NotFound;
import org.liangpai.warninglist.Reason;

/** The measures that are proposed for a line of a card, and what the verifier says to them. */
@Entity
class MeasurePlan {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long cardLineId;
  private String lineBranch;
  private LocalDate lineDueOn;

  @Enumerated(EnumType.STRING)
  private PlanStatus status;

  private Instant proposedAt;
  private String proposedBy;
  private Instant decidedAt;
  private String decidedBy;
  private String reasonCode;
  private String reason;
  private String remark;

  @ElementCollection
  @CollectionTable(name = "measure", joinColumns = @JoinColumn(name = "plan_id"))
  @OrderColumn(name = "position")
  @ListIndexBase(1)
  private List<Measure> measures = new ArrayList<>();

  protected MeasurePlan() {} // Hibernate

  MeasurePlan(CardLine line, List<NewMeasure> measures, String by, Instant at) {
    this.cardLineId = line.id();
    this.lineBranch = line.branchCode();
    this.lineDueOn = line.dueOn();
    this.status = PlanStatus.PROPOSED;
    this.proposedBy = by;
    this.proposedAt = at;
    measures.forEach(wanted -> this.measures.add(new Measure(wanted)));
  }

  void accept(String text, String by, Instant at) {
    decide(PlanStatus.ACCEPTED, by, at);
    this.remark = text;
  }

  void giveBack(Reason why, String text, String by, Instant at) {
    decide(PlanStatus.RETURNED, by, at);
    this.reasonCode = why.code();
    this.reason = why.label();
    this.remark = text;
  }

  private void decide(PlanStatus decided, String by, Instant at) {
    this.status = decided;
    this.decidedBy = by;
    this.decidedAt = at;
  }

  void replace() {
    status = PlanStatus.REPLACED;
  }

  /** A measure is done: on which day. */
  void complete(int position, LocalDate on, String by, Instant at) {
    if (position < 1 || position > measures.size()) {
      throw new NotFound("整改措施", position);
    }
    Measure measure = measures.get(position - 1);
    if (measure.isDone()) {
      throw RectificationRefused.alreadyDone(position);
    }
    measure.complete(on, by, at);
  }

  /** The line is due on another day since, or another branch answers for it. */
  boolean isOvertaken(CardLine line) {
    return !lineDueOn.equals(line.dueOn()) || !lineBranch.equals(line.branchCode());
  }

  /** Whether the same person proposed the same before. */
  boolean is(List<NewMeasure> wanted, String by) {
    if (!proposedBy.equals(by) || measures.size() != wanted.size()) {
      return false;
    }
    for (int i = 0; i < wanted.size(); i++) {
      if (!measures.get(i).is(wanted.get(i))) {
        return false;
      }
    }
    return true;
  }

  Long id() {
    return id;
  }

  Long cardLineId() {
    return cardLineId;
  }

  PlanStatus status() {
    return status;
  }

  String proposedBy() {
    return proposedBy;
  }
}

package org.liangpai.rectification;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;

/** The holder of a card says that a line is done: what was done, and on which day. */
@Entity
class LineReport {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long cardLineId;
  private int ordinal;
  private Long planId;
  private LocalDate doneOn;
  private String what;
  private Instant reportedAt;
  private String reportedBy;

  protected LineReport() {} // Hibernate

  /**
   * @param plan the plan in force
   * @param ordinal one more than the report before
   */
  LineReport(MeasurePlan plan, int ordinal, LocalDate doneOn, String what, String by, Instant at) {
    this.cardLineId = plan.cardLineId();
    this.planId = plan.id();
    this.ordinal = ordinal;
    this.doneOn = doneOn;
    this.what = what;
    this.reportedBy = by;
    this.reportedAt = at;
  }

  Long id() {
    return id;
  }

  int ordinal() {
    return ordinal;
  }

  Long planId() {
    return planId;
  }
}

package org.liangpai.rectification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import org.liangpai.warninglist.Reason;

/** What somebody who looked at a report says: it passes, or it does not and why. */
@Entity
class LineCheck {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private Long reportId;

  @Enumerated(EnumType.STRING)
  private CheckKind kind;

  private boolean passed;
  private String reasonCode;
  private String reason;
  private String remark;
  private Instant checkedAt;
  private String checkedBy;

  protected LineCheck() {} // Hibernate

  private LineCheck(LineReport report, CheckKind kind, String remark, String by, Instant at) {
    this.reportId = report.id();
    this.kind = kind;
    this.remark = remark;
    this.checkedBy = by;
    this.checkedAt = at;
  }

  static LineCheck passed(LineReport report, CheckKind kind, String remark, String by, Instant at) {
    LineCheck check = new LineCheck(report, kind, remark, by, at);
    check.passed = true;
    return check;
  }

  static LineCheck rejected(
      LineReport report, CheckKind kind, Reason why, String remark, String by, Instant at) {
    LineCheck check = new LineCheck(report, kind, remark, by, at);
    check.reasonCode = why.code();
    check.reason = why.label();
    return check;
  }

  String checkedBy() {
    return checkedBy;
  }
}

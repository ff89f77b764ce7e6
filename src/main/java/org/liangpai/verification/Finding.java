package org.liangpai.verification;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.liangpai.shared.ClockProducer;
import org.liangpai.warninglist.Duty;
import org.liangpai.warninglist.Level;

/** A suspected problem (疑似问题) of a branch in a month, made by a sweep and decided by people. */
@Entity
public class Finding {

  @Id private Long id;
  private String branchCode;
  private LocalDate month;
  private String item;

  @Enumerated(EnumType.STRING)
  private Duty duty;

  private boolean carded;

  @Enumerated(EnumType.STRING)
  private Level level;

  private int workingDays;

  @Enumerated(EnumType.STRING)
  private FindingStatus status;

  private Instant foundAt;
  private Instant decidedAt;
  private String decidedBy;
  private String reason;
  @Version private int version;

  protected Finding() {} // Hibernate

  /** Whether nobody has decided otherwise. */
  boolean isOpenTo(Decision decision) {
    return status == FindingStatus.PENDING || status == decision.status();
  }

  /**
   * Decides on a finding that is open to the decision.
   *
   * @return whether this changed anything: the same decision again does not
   */
  boolean decide(Decision decision, String reason, String by, Instant at) {
    if (status == decision.status()) {
      return false;
    }
    if (status != FindingStatus.PENDING) {
      throw new IllegalStateException("Finding " + id + " is " + status);
    }
    this.status = decision.status();
    this.reason = reason;
    this.decidedBy = by;
    this.decidedAt = at;
    return true;
  }

  /**
   * Takes a decision back: nobody has decided.
   *
   * @throws TakingBackRefused if nobody or somebody else decided, or it is too long ago
   */
  void takeBack(String by, Instant now, Duration within) {
    if (decidedAt == null || status == FindingStatus.PENDING || status == FindingStatus.WITHDRAWN) {
      throw TakingBackRefused.notDecided();
    }
    if (!by.equals(decidedBy)) {
      throw TakingBackRefused.decidedByAnother(decidedBy);
    }
    if (now.isAfter(decidedAt.plus(within))) {
      throw TakingBackRefused.tooLate(within);
    }
    status = FindingStatus.PENDING;
    reason = null;
    decidedBy = null;
    decidedAt = null;
  }

  public Long id() {
    return id;
  }

  public String branchCode() {
    return branchCode;
  }

  public YearMonth month() {
    return YearMonth.from(month);
  }

  /** The code of the item of the list. */
  public String item() {
    return item;
  }

  public Duty duty() {
    return duty;
  }

  /** It may become part of a card: findings of items on trial do not. */
  public boolean isCarded() {
    return carded;
  }

  public Level level() {
    return level;
  }

  /** How many working days there are to rectify it. */
  public int workingDays() {
    return workingDays;
  }

  /** The day of the sweep that found it. */
  public LocalDate foundOn() {
    return LocalDate.ofInstant(foundAt, ClockProducer.ZONE);
  }

  public FindingStatus status() {
    return status;
  }

  Instant decidedAt() {
    return decidedAt;
  }

  String decidedBy() {
    return decidedBy;
  }
}

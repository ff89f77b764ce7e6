package org.liangpai.evidence;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.hibernate.annotations.DynamicUpdate;

/**
 * What shows that a line of a card was rectified. It is never deleted; whoever added it may
 * withdraw it.
 */
@Entity
@DynamicUpdate
class Evidence {

  /** Who adds evidence, when, to which line, about which day. */
  record Adding(long line, LocalDate happenedOn, String note, String by, Instant at) {}

  /** A file that is kept: how it is called, what it is, and by which hash it is known. */
  record KeptFile(UUID id, String name, FileType type, long size, String sha256, boolean scanned) {}

  @Id private UUID id;
  private Long cardLineId;

  @Enumerated(EnumType.STRING)
  private EvidenceKind kind;

  private LocalDate happenedOn;
  private String note;
  private String fileName;

  @Enumerated(EnumType.STRING)
  private FileType fileType;

  private Long fileSize;
  private String fileSha256;
  private Boolean fileScanned;
  private String recordBranch;
  private LocalDate recordMonth;
  private Instant addedAt;
  private String addedBy;
  private Instant withdrawnAt;
  private String withdrawnBy;
  private String withdrawalReason;

  protected Evidence() {} // Hibernate

  private Evidence(UUID id, EvidenceKind kind, Adding adding) {
    this.id = id;
    this.kind = kind;
    this.cardLineId = adding.line();
    this.happenedOn = adding.happenedOn();
    this.note = adding.note();
    this.addedBy = adding.by();
    this.addedAt = adding.at();
  }

  static Evidence text(Adding adding) {
    return new Evidence(UUID.randomUUID(), EvidenceKind.TEXT, adding);
  }

  static Evidence file(Adding adding, KeptFile file) {
    Evidence evidence = new Evidence(file.id(), EvidenceKind.FILE, adding);
    evidence.fileName = file.name();
    evidence.fileType = file.type();
    evidence.fileSize = file.size();
    evidence.fileSha256 = file.sha256();
    evidence.fileScanned = file.scanned();
    return evidence;
  }

  static Evidence record(Adding adding, String branch, YearMonth month) {
    Evidence evidence = new Evidence(UUID.randomUUID(), EvidenceKind.RECORD, adding);
    evidence.recordBranch = branch;
    evidence.recordMonth = month.atDay(1);
    return evidence;
  }

  /**
   * Withdraws it.
   *
   * @throws EvidenceRefused if somebody else added it, or it was withdrawn before
   */
  void withdraw(String by, Instant at, String reason) {
    if (!addedBy.equals(by)) {
      throw EvidenceRefused.notOwn();
    }
    if (withdrawnAt != null) {
      throw EvidenceRefused.withdrawnBefore();
    }
    withdrawnAt = at;
    withdrawnBy = by;
    withdrawalReason = reason;
  }

  /** Whether it says the same of the same line, and stands. */
  boolean repeats(Evidence other) {
    return withdrawnAt == null
        && kind == other.kind
        && switch (kind) {
          case TEXT -> happenedOn.equals(other.happenedOn) && note.equals(other.note);
          case FILE -> fileSha256.equals(other.fileSha256);
          case RECORD ->
              recordBranch.equals(other.recordBranch) && recordMonth.equals(other.recordMonth);
        };
  }

  UUID id() {
    return id;
  }

  long line() {
    return cardLineId;
  }

  EvidenceKind kind() {
    return kind;
  }

  String sha256() {
    return fileSha256;
  }
}

package org.liangpai.evidence;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.liangpai.shared.Withdrawal;

/**
 * Evidence as it is shown.
 *
 * @param happenedOn the day of the fact; {@code addedAt} is when it was added
 * @param file what is kept, or {@code null}
 * @param record what it links to, or {@code null}
 * @param withdrawn that it no longer counts, or {@code null}
 * @param withdrawable whether the viewer may withdraw it now
 */
public record EvidenceView(
    UUID id,
    long line,
    EvidenceKind kind,
    LocalDate happenedOn,
    String note,
    FileView file,
    RecordView record,
    OffsetDateTime addedAt,
    String addedBy,
    Withdrawal withdrawn,
    boolean withdrawable) {

  /** A file: its type is that of its content; {@code address} gives it. */
  public record FileView(
      String name,
      String type,
      String mediaType,
      long size,
      String sha256,
      boolean scanned,
      String address) {}

  /** A monthly record, and the page that shows it. */
  public record RecordView(String branchCode, String month, String address) {}
}

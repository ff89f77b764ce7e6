package org.liangpai.monthlyrecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.YearMonth;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.shared.NotFound;

/** Sends a record back to its branch: it counts as not filed until it is filed anew. */
@ApplicationScoped
public class ReturningRecords {

  private final MonthlyRecords records;
  private final Auditing auditing;

  ReturningRecords(MonthlyRecords records, Auditing auditing) {
    this.records = records;
    this.auditing = auditing;
  }

  /** The record as it is after its return. */
  @Transactional
  public MonthlyRecord returnRecord(String branchCode, YearMonth month, String reason) {
    boolean returned = records.markReturned(branchCode, month, reason);
    MonthlyRecord record =
        records
            .find(branchCode, month)
            .orElseThrow(() -> new NotFound("月度纪实", branchCode + " " + month));
    if (!returned) {
      throw new AlreadyReturned(branchCode, month);
    }
    auditing.record(
        Entry.of(Act.RECORD_RETURNED, ObjectKind.RECORD, branchCode + " " + month)
            .changed(Map.of("status", "FILED"), Map.of("status", "RETURNED"))
            .because(reason));
    return record;
  }
}

package org.liangpai.monthlyrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import org.liangpai.shared.NotFound;

/** Sends a record back to its branch: it counts as not filed until it is filed anew. */
@ApplicationScoped
public class ReturningRecords {

  private final MonthlyRecords records;

  ReturningRecords(MonthlyRecords records) {
    this.records = records;
  }

  /** The record as it is after its return. */
  public MonthlyRecord returnRecord(String branchCode, YearMonth month, String reason) {
    boolean returned = records.markReturned(branchCode, month, reason);
    MonthlyRecord record =
        records
            .find(branchCode, month)
            .orElseThrow(() -> new NotFound("月度纪实", branchCode + " " + month));
    if (!returned) {
      throw new AlreadyReturned(branchCode, month);
    }
    return record;
  }
}

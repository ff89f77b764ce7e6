package org.liangpai.monthlyrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.Recusal;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Sends a record back to its branch: it counts as not filed until it is filed anew. */
@ApplicationScoped
public class ReturningRecords {

  private final Recusal recusal;
  private final MonthlyRecords records;
  private final Transactions transactions;
  private final Auditing auditing;

  ReturningRecords(
      Recusal recusal, MonthlyRecords records, Transactions transactions, Auditing auditing) {
    this.recusal = recusal;
    this.records = records;
    this.transactions = transactions;
    this.auditing = auditing;
  }

  /** The record as it is after its return. */
  public MonthlyRecord returnRecord(String branchCode, YearMonth month, String reason) {
    recusal.require(branchCode);
    boolean returned =
        transactions.call(connection -> markAndRecord(connection, branchCode, month, reason));
    MonthlyRecord record =
        records
            .find(branchCode, month)
            .orElseThrow(() -> new NotFound("月度纪实", branchCode + " " + month));
    if (!returned) {
      throw new AlreadyReturned(branchCode, month);
    }
    return record;
  }

  private boolean markAndRecord(
      Connection connection, String branchCode, YearMonth month, String reason)
      throws SQLException {
    boolean returned = records.markReturned(connection, branchCode, month, reason);
    if (returned) {
      auditing.record(
          connection,
          List.of(
              Entry.of(Act.RECORD_RETURNED, ObjectKind.RECORD, branchCode + " " + month)
                  .changed(Map.of("status", "FILED"), Map.of("status", "RETURNED"))
                  .because(reason)));
    }
    return returned;
  }
}

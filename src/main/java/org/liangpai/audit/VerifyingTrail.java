package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Statement;
import java.util.Map;
import org.liangpai.shared.Transactions;

/** Verifies the trail for the audit administrator; that it was verified is a row of it. */
@ApplicationScoped
public class VerifyingTrail {

  private final Transactions transactions;
  private final TrailFolder folder;
  private final Auditing auditing;

  VerifyingTrail(Transactions transactions, TrailFolder folder, Auditing auditing) {
    this.transactions = transactions;
    this.folder = folder;
    this.auditing = auditing;
  }

  /** Reads all of it, as it stands when this begins. */
  public Verification verify() {
    Verification verification =
        transactions.call(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                statement.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY");
              }
              return folder.check().on(connection);
            });
    auditing.record(
        Entry.of(Act.TRAIL_VERIFIED, ObjectKind.TRAIL, "全部")
            .now(Map.of("rows", verification.rows(), "damaged", verification.damaged())));
    return verification;
  }
}

package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Counts what waits for verification. */
@ApplicationScoped
public class CountingFindings {

  private final Transactions transactions;
  private final Clock clock;

  CountingFindings(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What waits today. */
  public FindingBacklog waiting() {
    String sql =
        """
        SELECT count(*), count(DISTINCT branch_code), count(*) FILTER (WHERE verify_due_on < :today),
            min(verify_due_on)
        FROM finding WHERE status = 'PENDING'
        """;
    return transactions.call(
        connection ->
            NamedStatement.of(sql)
                .with("today", LocalDate.now(clock))
                .list(
                    connection,
                    row ->
                        new FindingBacklog(
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getObject(4, LocalDate.class)))
                .get(0));
  }
}

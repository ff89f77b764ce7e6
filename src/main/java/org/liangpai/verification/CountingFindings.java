package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Counts what waits for verification. */
@ApplicationScoped
public class CountingFindings {

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  CountingFindings(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.viewer = viewer;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What waits today. */
  public FindingBacklog waiting() {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT count(*), count(DISTINCT branch_code), count(*) FILTER (WHERE verify_due_on < :today),
            min(verify_due_on)
        FROM finding WHERE status = 'PENDING'
        """
            + scope.ofBranch("finding.branch_code");
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
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

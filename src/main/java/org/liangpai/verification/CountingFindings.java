package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Recusal;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Counts what waits for verification. */
@ApplicationScoped
public class CountingFindings {

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Recusal recusal;
  private final Clock clock;

  CountingFindings(Transactions transactions, CurrentViewer viewer, Recusal recusal, Clock clock) {
    this.viewer = viewer;
    this.recusal = recusal;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What waits today: for whoever verifies, what is theirs to verify. */
  public FindingBacklog waiting() {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT count(*) FILTER (WHERE mine), count(DISTINCT branch_code) FILTER (WHERE mine),
            count(*) FILTER (WHERE mine AND verify_due_on < :today), min(verify_due_on) FILTER (WHERE mine),
            count(*) FILTER (WHERE NOT mine)
        FROM (SELECT f.branch_code, f.verify_due_on, %s AS mine
        FROM finding f
        JOIN branch b ON b.branch_code = f.branch_code
        JOIN unit u ON u.unit_code = b.unit_code
        %s
        WHERE f.status = 'PENDING' AND f.carded %s) AS waiting
        """
            .formatted(
                viewer.viewer().may(Permissions.VERIFY_FINDINGS) ? VerifierSql.MINE : "true",
                VerifierSql.UNITS,
                scope.condition("u.path", "b.branch_code"));
    return transactions.call(
        connection ->
            VerifierSql.bind(scope.bind(NamedStatement.of(sql)), viewer.viewer(), recusal.own())
                .with("today", LocalDate.now(clock))
                .list(
                    connection,
                    row ->
                        new FindingBacklog(
                            row.getInt(1),
                            row.getInt(2),
                            row.getInt(3),
                            row.getObject(4, LocalDate.class),
                            row.getInt(5)))
                .get(0));
  }
}

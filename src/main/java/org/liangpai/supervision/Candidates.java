package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Reads who could take branches: whoever holds the post in the viewer's scope. */
@ApplicationScoped
public class Candidates {

  private final Transactions transactions;
  private final Clock clock;

  Candidates(Transactions transactions, Clock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** All of a capacity, in the order of their accounts. */
  public List<Candidate> of(AssignmentKind kind) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT p.account, p.display_name,
                        string_agg(DISTINCT p.seat, '、' ORDER BY p.seat), (
                          SELECT count(*) FROM supervision_assignment a
                          WHERE a.kind = :kind AND a.account = p.account AND %s)
                    FROM posts_of_role(:role, :today) p WHERE p.within
                    GROUP BY p.account, p.display_name ORDER BY p.account COLLATE "C"
                    """
                        .formatted(SupervisionSql.inForce("a")))
                .with("kind", kind.name())
                .with("role", kind.role().name())
                .with("today", LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))
                .list(
                    connection,
                    row ->
                        new Candidate(
                            row.getString(1), row.getString(2), row.getString(3), row.getInt(4))));
  }
}

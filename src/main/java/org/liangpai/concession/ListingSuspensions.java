package org.liangpai.concession;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Optional;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Lists and counts the suspended cards of the viewer's scope apart from the others. */
@ApplicationScoped
public class ListingSuspensions {

  private static final String FROM =
      """
      FROM card c LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      LEFT JOIN LATERAL (
          SELECT * FROM concession g WHERE g.card_number = c.number AND g.kind = 'SUSPENSION' AND g.status = 'GRANTED'
          ORDER BY g.id DESC LIMIT 1) AS k ON true
      WHERE c.suspended_until IS NOT NULL AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
      """;

  private static final String SELECT =
      """
      SELECT c.number, c.level, coalesce(b.branch_name, u.unit_name), %s, c.suspended_until,
          k.asked_on, k.asked_by, k.reason, k.decided_by,
          (SELECT count(*) FROM card_line l WHERE l.card_number = c.number AND l.open) %s
      """
          .formatted(UnitPath.text("u.path"), FROM);

  private final Transactions transactions;
  private final CurrentViewer viewer;

  ListingSuspensions(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /** The suspended cards after a number, of a unit and all below it if one is given. */
  public Page<SuspendedCard> list(Optional<String> unit, String after, int limit) {
    Scope scope = viewer.scope();
    String sql =
        SELECT + narrowed(scope, unit) + " AND c.number > :after ORDER BY c.number LIMIT :limit";
    return Page.of(
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql))
                    .with("unit", unit.orElse(null))
                    .with("after", after)
                    .with("limit", Page.read(limit))
                    .list(
                        connection,
                        row ->
                            new SuspendedCard(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getObject(5, LocalDate.class),
                                row.getObject(6, LocalDate.class),
                                row.getString(7),
                                row.getString(8),
                                row.getString(9),
                                row.getInt(10)))),
        limit,
        SuspendedCard::card);
  }

  /** How many there are. */
  public int count(Optional<String> unit) {
    Scope scope = viewer.scope();
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of("SELECT count(*) " + FROM + narrowed(scope, unit)))
                .with("unit", unit.orElse(null))
                .list(connection, row -> row.getInt(1))
                .get(0));
  }

  private static String narrowed(Scope scope, Optional<String> unit) {
    String of = unit.isPresent() ? " AND u.path @> ARRAY[CAST(:unit AS text)]" : "";
    return of + scope.condition("u.path", "c.branch_code");
  }
}

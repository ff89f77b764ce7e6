package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Counts the cards that stand. */
@ApplicationScoped
public class CountingCards {

  private static final int SOON_DAYS = 7;

  private static final String SQL =
      """
      SELECT c.level, count(*), count(*) FILTER (WHERE first.due_on < :today AND c.clock_stopped_on IS NULL),
          count(*) FILTER (WHERE first.due_on BETWEEN :today AND :soon
              AND (c.suspended_until IS NULL OR c.suspended_until < :today)),
          count(c.suspended_until),
          count(*) FILTER (WHERE first.due_on < :today AND c.clock_stopped_on IS NULL
              AND c.status = 'AWAITING_ACCEPTANCE')
      FROM card c
      LEFT JOIN LATERAL (
          SELECT min(l.due_on) AS due_on FROM card_line l WHERE l.card_number = c.number AND l.open) AS first ON true
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      WHERE c.status NOT IN ('CLEARED', 'WITHDRAWN') %s
      GROUP BY c.level
      """;

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  CountingCards(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.viewer = viewer;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** The cards that stand today. */
  public CardsStanding standing() {
    Scope scope = viewer.scope();
    LocalDate today = LocalDate.now(clock);
    LocalDate soon = today.plusDays(SOON_DAYS);
    Map<String, Integer> byLevel = new LinkedHashMap<>();
    int[] sums = new int[5];
    transactions.call(
        connection -> {
          scope
              .bind(NamedStatement.of(SQL.formatted(scope.condition("u.path", "c.branch_code"))))
              .with("today", today)
              .with("soon", soon)
              .each(
                  connection,
                  row -> {
                    sums[0] += row.getInt(2);
                    sums[1] += row.getInt(3);
                    sums[2] += row.getInt(4);
                    sums[3] += row.getInt(5);
                    sums[4] += row.getInt(6);
                    return byLevel.put(row.getString(1), row.getInt(2));
                  });
          return null;
        });
    return new CardsStanding(sums[0], sums[1], sums[4], sums[2], sums[3], soon, byLevel);
  }
}

package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * The demonstration's accounts have read what they were told in the history, but for its last days:
 * nobody finds what is new among hundreds of months ago.
 */
@ApplicationScoped
class SampleInboxes {

  private static final Duration NEW = Duration.ofDays(3);

  private static final String ACCOUNTS = "SELECT name FROM account WHERE demonstration ORDER BY 1";

  private static final String TOLD =
      """
      SELECT DISTINCT n.id FROM notice n
      JOIN notice_addressee t ON t.notice_id = n.id
      JOIN post p ON t.code IN (p.branch_code, p.unit_code)
      JOIN account a ON a.id = p.account_id AND a.name = :account
      WHERE n.at < :before
      """;

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  SampleInboxes(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** Marks what is not new as read, as each of them. */
  void settle() {
    OffsetDateTime now = OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
    for (String account : accounts()) {
      Long[] told = transactions.call(connection -> told(connection, account, now.minus(NEW)));
      viewer.as(
          new Viewer(account, List.of(), null),
          Scope.NONE,
          () -> transactions.call(connection -> read(connection, account, told, now)));
    }
  }

  private List<String> accounts() {
    return transactions.call(
        connection -> NamedStatement.of(ACCOUNTS).list(connection, row -> row.getString(1)));
  }

  private static Long[] told(Connection connection, String account, OffsetDateTime before)
      throws SQLException {
    return NamedStatement.of(TOLD)
        .with("account", account)
        .with("before", before)
        .list(connection, row -> row.getLong(1))
        .toArray(Long[]::new);
  }

  private static int read(Connection connection, String account, Long[] notices, OffsetDateTime now)
      throws SQLException {
    return NamedStatement.of(
            """
            INSERT INTO notice_reading (account, notice_id, read_at)
            SELECT :account, id, :now FROM unnest(CAST(:notices AS bigint[])) AS told (id) ON CONFLICT DO NOTHING
            """)
        .with("account", account)
        .with("notices", notices)
        .with("now", now)
        .execute(connection);
  }
}

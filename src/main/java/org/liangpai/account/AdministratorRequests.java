package org.liangpai.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.security.Role;
import org.liangpai.shared.NamedStatement;

/** What was asked for the accounts of administrators, on file. */
final class AdministratorRequests {

  private static final String SELECT =
      """
      SELECT r.id, r.act, a.name, a.display_name, r.role, r.from_on, r.to_on, r.reason, r.asked_at, r.asked_by,
        r.asked_as, r.expires_at, CASE WHEN r.status = 'WAITING' AND r.expires_at <= :now THEN 'EXPIRED'
          ELSE r.status END AS status, r.answered_at, r.answered_by, r.answer_reason, r.post_id, r.password_hash,
        r.password_part, r.account_id
      FROM administrator_request r JOIN account a ON a.id = r.account_id
      """;

  /** One on file, with what only its execution needs. */
  record Filed(long accountId, AdministratorRequest request, Wanted wanted) {

    @Override
    public String toString() {
      return request.toString();
    }
  }

  private AdministratorRequests() {}

  /** Files one and gives its id, unless the same waits; what is past its time makes way. */
  static Optional<Long> add(
      Connection connection,
      long account,
      Wanted wanted,
      String by,
      Role as,
      Instant at,
      Instant end)
      throws SQLException {
    NamedStatement.of(
            """
            UPDATE administrator_request SET status = 'EXPIRED', password_hash = NULL, password_part = NULL
            WHERE status = 'WAITING' AND expires_at <= :now
            """)
        .with("now", Accounts.at(at))
        .execute(connection);
    return NamedStatement.of(
            """
            INSERT INTO administrator_request (act, account_id, post_id, role, from_on, to_on, password_hash,
              password_part, reason, asked_at, asked_by, asked_as, expires_at)
            VALUES (:act, :account, CAST(:post AS bigint), :role, CAST(:from AS date), CAST(:to AS date), :hash,
              :part, :reason, :now, :by, :as, :end) ON CONFLICT DO NOTHING RETURNING id
            """)
        .with("act", wanted.act().name())
        .with("account", account)
        .with("post", wanted.postId())
        .with("role", wanted.role() == null ? null : wanted.role().name())
        .with("from", wanted.from())
        .with("to", wanted.to())
        .with("hash", wanted.password())
        .with("part", wanted.part())
        .with("reason", wanted.reason())
        .with("now", Accounts.at(at))
        .with("by", by)
        .with("as", as.name())
        .with("end", Accounts.at(end))
        .list(connection, row -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** Writes down how it was answered; what it knew of a password goes. */
  static void answer(
      Connection connection, long id, RequestStatus status, String by, Instant at, String reason)
      throws SQLException {
    NamedStatement.of(
            """
            UPDATE administrator_request SET status = :status, answered_at = :at, answered_by = :by,
              answer_reason = :reason, password_hash = NULL, password_part = NULL
            WHERE id = :id
            """)
        .with("status", status.name())
        .with("at", Accounts.at(at))
        .with("by", by)
        .with("reason", reason)
        .with("id", id)
        .execute(connection);
  }

  /** One of them. */
  static Optional<Filed> of(Connection connection, long id, Instant now) throws SQLException {
    return of(connection, id, now, "");
  }

  /** The same, kept for this transaction alone. */
  static Optional<Filed> locked(Connection connection, long id, Instant now) throws SQLException {
    return of(connection, id, now, " FOR UPDATE OF r");
  }

  private static Optional<Filed> of(Connection connection, long id, Instant now, String kept)
      throws SQLException {
    return NamedStatement.of(SELECT + "WHERE r.id = :id" + kept)
        .with("id", id)
        .with("now", Accounts.at(now))
        .list(connection, AdministratorRequests::filed)
        .stream()
        .findFirst();
  }

  /** The latest first. */
  static List<Filed> latest(Connection connection, long before, int limit, Instant now)
      throws SQLException {
    return NamedStatement.of(
            SELECT + "WHERE :before = 0 OR r.id < :before ORDER BY r.id DESC LIMIT :limit")
        .with("before", before)
        .with("limit", limit)
        .with("now", Accounts.at(now))
        .list(connection, AdministratorRequests::filed);
  }

  private static Filed filed(ResultSet row) throws SQLException {
    AdministratorAct act = AdministratorAct.valueOf(row.getString(2));
    RequestStatus status = RequestStatus.valueOf(row.getString(13));
    String role = row.getString(5);
    AdministratorRequest request =
        new AdministratorRequest(
            row.getLong(1),
            act,
            act.label(),
            row.getString(3),
            row.getString(4),
            role == null ? null : Role.valueOf(role),
            row.getObject(6, LocalDate.class),
            row.getObject(7, LocalDate.class),
            row.getString(8),
            Accounts.instant(row, 9),
            row.getString(10),
            Role.valueOf(row.getString(11)),
            Accounts.instant(row, 12),
            status,
            status.label(),
            Accounts.instant(row, 14),
            row.getString(15),
            row.getString(16),
            false,
            false);
    return new Filed(
        row.getLong(20),
        request,
        new Wanted(
            act,
            row.getObject(17, Long.class),
            request.role(),
            request.from(),
            request.to(),
            row.getString(18),
            row.getString(19),
            request.reason()));
  }
}

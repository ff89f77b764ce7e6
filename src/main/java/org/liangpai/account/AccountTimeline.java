package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.liangpai.audit.Act;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** What was done with an account, from the audit trail. */
@ApplicationScoped
public class AccountTimeline {

  private static final String SQL =
      """
      SELECT e.at, e.account, e.act, coalesce(u.role, e.after ->> '岗位'), coalesce(u.place, e.after ->> '地点'),
        e.reason
      FROM audit_entry e
      LEFT JOIN LATERAL (
        SELECT p.role, coalesce(p.unit_code, p.branch_code) AS place FROM post p
        WHERE e.object_kind = 'POST' AND CAST(p.id AS text) = e.object) AS u ON true
      WHERE e.object_kind = 'ACCOUNT' AND e.object = :name
        OR e.object_kind IN ('SESSION', 'TOKEN') AND starts_with(e.object, :name || ' ')
        OR e.object_kind = 'POST' AND :name IN (e.after ->> '账号', e.before ->> '账号')
      ORDER BY e.id DESC LIMIT :most
      """;

  private final Transactions transactions;

  AccountTimeline(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * Something that was done.
   *
   * @param by the account that did it; empty if nobody was signed in
   * @param role the role of the post concerned, or {@code null}
   * @param place the code of the unit or branch of that post, or {@code null}
   * @param reason why, or {@code null}
   */
  public record Event(Instant at, String by, Act act, String role, String place, String reason) {}

  /** The latest events of an account, the last one first. */
  public List<Event> of(String name, int most) {
    return transactions.call(
        connection ->
            NamedStatement.of(SQL)
                .with("name", name)
                .with("most", most)
                .list(connection, AccountTimeline::event));
  }

  private static Event event(ResultSet row) throws SQLException {
    return new Event(
        Accounts.instant(row, 1),
        row.getString(2),
        Act.valueOf(row.getString(3)),
        row.getString(4),
        row.getString(5),
        row.getString(6));
  }
}

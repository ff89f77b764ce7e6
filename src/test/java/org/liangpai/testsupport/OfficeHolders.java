package org.liangpai.testsupport;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import org.liangpai.shared.NamedStatement;

/** Real accounts with a post and an access token, for tests in which it matters who it is. */
@Singleton
public class OfficeHolders {

  private static final String PERSON =
      """
      WITH person AS (
        INSERT INTO account (name, name_key, display_name, status, password_hash, password_changed_at, created_at,
          created_by)
        VALUES (:name, :name, '示例' || :name, 'ACTIVE', 'none', :now, :now, '示例')
        ON CONFLICT ON CONSTRAINT uq_account_name DO UPDATE SET status = 'ACTIVE' RETURNING id),
      held AS (
        INSERT INTO post (account_id, role, unit_code, branch_code, from_on, assigned_at, assigned_by)
        SELECT id, :role, (SELECT unit_code FROM unit WHERE unit_code = :place),
          (SELECT branch_code FROM branch WHERE branch_code = :place), '2026-01-01', :now, '示例'
        FROM person),
      token AS (
        INSERT INTO access_token (token_hash, account_id, name, reach, issued_at, expires_at)
        SELECT sha256(convert_to(:token, 'UTF8')), id, '示例', 'WHOLE', :now, CAST(:now AS timestamptz) + interval '1 year'
        FROM person ON CONFLICT DO NOTHING RETURNING id)
      SELECT count(*) FROM token
      """;

  private final OwnerTransactions transactions;
  private final TestClock clock;

  OfficeHolders(OwnerTransactions transactions, TestClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Gives somebody a post at a unit or branch, and makes the account if it is not there. */
  public void add(String name, String role, String place) {
    transactions.call(
        connection ->
            NamedStatement.of(PERSON)
                .with("name", name)
                .with("role", role)
                .with("place", place)
                .with("token", "lp_" + name)
                .with("now", clock.instant().atOffset(ZoneOffset.UTC))
                .list(connection, row -> row.getInt(1)));
  }

  /** Ends all posts of somebody at once. */
  public void dismiss(String name) {
    transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    UPDATE post SET ended_at = now(), ended_by = '示例', end_reason = '示例'
                    WHERE account_id = (SELECT id FROM account WHERE name = :name)
                    """)
                .with("name", name)
                .execute(connection));
  }

  /** What a request of somebody carries. */
  public static String authorization(String name) {
    return "Bearer lp_" + name;
  }
}

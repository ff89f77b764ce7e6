package org.liangpai.security;

import jakarta.inject.Singleton;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestClock;

/**
 * Real accounts for the walk, one for each role with its post and access tokens, and one besides,
 * whom the administrators care for.
 */
@Singleton
class WalkedPeople {

  /** The account that the administrators care for. */
  static final String CARED_FOR = "walked";

  private static final String HASH = "sha256(convert_to(:key, 'UTF8'))";

  private static final String PERSON =
      """
      WITH person AS (
        INSERT INTO account (name, name_key, display_name, status, password_hash, password_changed_at, created_at,
          created_by)
        VALUES (:name, :name, '示例', 'ACTIVE', 'none', :now, :now, '示例') RETURNING id),
      held AS (
        INSERT INTO post (account_id, role, unit_code, branch_code, from_on, assigned_at, assigned_by)
        SELECT id, :role, (SELECT unit_code FROM unit WHERE unit_code = :place),
          (SELECT branch_code FROM branch WHERE branch_code = :place), '2026-01-01', :now, '示例'
        FROM person WHERE :role <> ''),
      token AS (
        INSERT INTO access_token (token_hash, account_id, name, issued_at, expires_at)
        SELECT sha256(convert_to(:token || another, 'UTF8')), id, '示例', :now,
          CAST(:now AS timestamptz) + interval '1 day'
        FROM person, unnest(ARRAY['', '-another']) another RETURNING id)
      SELECT count(*) FROM token
      """;

  private final OwnerTransactions transactions;
  private final TestClock clock;

  WalkedPeople(OwnerTransactions transactions, TestClock clock) {
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Makes them, each at their place. */
  void reset(Map<Role, String> places) {
    for (Role role : Role.values()) {
      add(name(role), role.name(), places.get(role));
    }
    add(CARED_FOR, "", null);
  }

  /** What a request of somebody with the role carries. */
  static String authorization(Role role) {
    return "Bearer " + token(name(role));
  }

  /** The id of a new session of whoever sends an authorization. */
  String session(String authorization) {
    return one(
        """
        INSERT INTO session (token_hash, account_id, opened_at, last_seen_at, ends_at)
        SELECT sha256(convert_to('session ' || gen_random_uuid(), 'UTF8')), account_id, issued_at, issued_at, expires_at
        FROM access_token WHERE token_hash = %s RETURNING id
        """
            .formatted(HASH),
        carried(authorization));
  }

  /** The id of the session of the account that the administrators care for. */
  String sessionCaredFor() {
    return session("Bearer " + token(CARED_FOR));
  }

  /** The id of another access token of whoever sends an authorization. */
  String anotherToken(String authorization) {
    return one(
        "SELECT id FROM access_token WHERE token_hash = " + HASH,
        carried(authorization) + "-another");
  }

  /** The id of a post of somebody with a role. */
  String post(Role role) {
    return one(
        "SELECT p.id FROM post p JOIN account a ON a.id = p.account_id WHERE a.name = :key",
        name(role));
  }

  private static String carried(String authorization) {
    return authorization == null ? "" : authorization.replace("Bearer ", "");
  }

  private String one(String sql, String key) {
    return transactions.call(
        connection ->
            NamedStatement.of(sql)
                .with("key", key)
                .list(connection, row -> row.getString(1))
                .stream()
                .findFirst()
                .orElse("0"));
  }

  private void add(String name, String role, String place) {
    transactions.call(
        connection ->
            NamedStatement.of(PERSON)
                .with("name", name)
                .with("role", role)
                .with("place", place)
                .with("token", token(name))
                .with("now", clock.instant().atOffset(ZoneOffset.UTC))
                .list(connection, row -> row.getInt(1)));
  }

  private static String name(Role role) {
    return "walk-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String token(String name) {
    return "lp_" + name;
  }
}

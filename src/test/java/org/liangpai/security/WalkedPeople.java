package org.liangpai.security;

import com.password4j.Argon2Function;
import com.password4j.Password;
import com.password4j.types.Argon2;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestClock;

/**
 * Real accounts for the walk, one for each role with its post and an access token, and one besides,
 * whom the administrators care for.
 */
@Singleton
class WalkedPeople {

  /** The account that the administrators care for. */
  static final String CARED_FOR = "walked";

  private static final String PASSWORD = "walks everywhere";

  /** With little effort: the walk asks thousands of times, and guards nothing. */
  private static final String HASH =
      Password.hash(PASSWORD)
          .addSalt("salt of the walk")
          .with(Argon2Function.getInstance(64, 1, 1, 32, Argon2.ID))
          .getResult();

  private static final String PERSON =
      """
      WITH person AS (
        INSERT INTO account (name, name_key, display_name, status, password_hash, password_changed_at, created_at,
          created_by)
        VALUES (:name, :name, '示例', 'ACTIVE', :hash, :now, :now, '示例') RETURNING id),
      held AS (
        INSERT INTO post (account_id, role, unit_code, branch_code, from_on, assigned_at, assigned_by)
        SELECT id, :role, (SELECT unit_code FROM unit WHERE unit_code = :place),
          (SELECT branch_code FROM branch WHERE branch_code = :place), '2026-01-01', :now, '示例'
        FROM person WHERE :role <> ''),
      token AS (
        INSERT INTO access_token (token_hash, account_id, name, issued_at, expires_at)
        SELECT sha256(convert_to(:name, 'UTF8')), id, '示例', :now, CAST(:now AS timestamptz) + interval '1 day'
        FROM person RETURNING id)
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

  /** What a request of somebody with the role carries: a token is let do less than a person. */
  static String authorization(Role role) {
    String credentials = name(role) + ":" + PASSWORD;
    return "Basic "
        + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
  }

  /** The id of a new session of whoever sends an authorization. */
  String session(String authorization) {
    return sessionOf(account(authorization));
  }

  private String sessionOf(String name) {
    return one(
        """
        INSERT INTO session (token_hash, account_id, opened_at, last_seen_at, ends_at)
        SELECT sha256(convert_to('session ' || gen_random_uuid(), 'UTF8')), id, created_at, created_at,
          created_at + interval '1 day'
        FROM account WHERE name = :key RETURNING id
        """,
        name);
  }

  /** The id of the session of the account that the administrators care for. */
  String sessionCaredFor() {
    return sessionOf(CARED_FOR);
  }

  /** The id of an access token of whoever sends an authorization. */
  String token(String authorization) {
    return tokenOf(account(authorization));
  }

  /** The id of an access token of the account that the administrators care for. */
  String tokenCaredFor() {
    return tokenOf(CARED_FOR);
  }

  /** The id of a post of somebody with a role. */
  String post(Role role) {
    return one(
        "SELECT p.id FROM post p JOIN account a ON a.id = p.account_id WHERE a.name = :key",
        name(role));
  }

  private String tokenOf(String name) {
    return one(
        "SELECT t.id FROM access_token t JOIN account a ON a.id = t.account_id WHERE a.name = :key",
        name);
  }

  private static String account(String authorization) {
    if (authorization == null) {
      return "";
    }
    byte[] credentials = Base64.getDecoder().decode(authorization.replace("Basic ", ""));
    return new String(credentials, StandardCharsets.UTF_8).split(":")[0];
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
                .with("hash", HASH)
                .with("now", clock.instant().atOffset(ZoneOffset.UTC))
                .list(connection, row -> row.getInt(1)));
  }

  private static String name(Role role) {
    return "walk-" + role.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}

package org.liangpai.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.liangpai.shared.NamedStatement;

/** The accounts on file. */
final class Accounts {

  /** The columns of {@link #row}, of a table that is called {@code a}. */
  static final String COLUMNS =
      """
      a.id, a.name, a.display_name, a.status, a.password_hash, a.password_version, a.password_changed_at,
        a.totp_secret, a.totp_confirmed_at, coalesce(a.totp_step, 0), a.second_factor_due_at,
        a.demonstration, a.subject IS NOT NULL, a.password_initial
      """;

  private Accounts() {}

  /** The account of this name, whatever its case. */
  static Optional<Account> named(Connection connection, String name) throws SQLException {
    return NamedStatement.of("SELECT " + COLUMNS + " FROM account a WHERE a.name_key = :key")
        .with("key", AccountName.key(name))
        .list(connection, Accounts::row)
        .stream()
        .findFirst();
  }

  /** The same, kept for this transaction alone. */
  static Optional<Account> locked(Connection connection, String name) throws SQLException {
    return NamedStatement.of(
            "SELECT " + COLUMNS + " FROM account a WHERE a.name_key = :key FOR UPDATE")
        .with("key", AccountName.key(name))
        .list(connection, Accounts::row)
        .stream()
        .findFirst();
  }

  /** Adds an account and gives its id. */
  static long add(Connection connection, NewAccount account, String by, Instant at)
      throws SQLException {
    long id =
        NamedStatement.of(
                """
                INSERT INTO account (name, name_key, display_name, status, password_hash, password_changed_at,
                  password_initial, demonstration, created_at, created_by)
                VALUES (:name, :key, :displayName, :status, :hash, :at, :initial, :demonstration, :at, :by) RETURNING id
                """)
            .with("name", account.name())
            .with("key", AccountName.key(account.name()))
            .with("displayName", account.displayName())
            .with("status", account.status().name())
            .with("hash", account.passwordHash())
            .with("initial", account.initial())
            .with("demonstration", account.demonstration())
            .with("at", at(at))
            .with("by", by)
            .list(connection, row -> row.getLong(1))
            .get(0);
    NamedStatement.of(
            """
            INSERT INTO password_history (account_id, version, password_hash, changed_at)
            VALUES (:id, 1, :hash, :at)
            """)
        .with("id", id)
        .with("hash", account.passwordHash())
        .with("at", at(at))
        .execute(connection);
    return id;
  }

  static Account row(ResultSet row) throws SQLException {
    return new Account(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        AccountStatus.valueOf(row.getString(4)),
        new Account.Password(row.getString(5), row.getInt(6), instant(row, 7), row.getBoolean(14)),
        new Account.SecondFactor(
            row.getString(8), row.getObject(9) != null, row.getLong(10), instant(row, 11)),
        row.getBoolean(12),
        row.getBoolean(13));
  }

  static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static OffsetDateTime at(Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}

package org.liangpai.account;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/**
 * An access token, without what makes it one.
 *
 * @param permissions the permissions that it is limited to, if it names any
 */
public record TokenView(
    long id,
    String name,
    Instant issuedAt,
    Instant expiresAt,
    Instant lastUsedAt,
    Instant revokedAt,
    TokenReach reach,
    List<String> permissions) {

  /** The columns of {@link #of}. */
  static final String COLUMNS =
      "id, name, issued_at, expires_at, last_used_at, revoked_at, reach, permissions";

  static TokenView of(ResultSet row) throws SQLException {
    return new TokenView(
        row.getLong(1),
        row.getString(2),
        Accounts.instant(row, 3),
        Accounts.instant(row, 4),
        Accounts.instant(row, 5),
        Accounts.instant(row, 6),
        TokenReach.valueOf(row.getString(7)),
        TokenReach.permissions(row));
  }
}

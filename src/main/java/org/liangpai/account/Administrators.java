package org.liangpai.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.security.Role;
import org.liangpai.shared.NamedStatement;

/** Who holds a post of one of the three administrators (三员). */
final class Administrators {

  private static final String HELD =
      """
      SELECT DISTINCT role FROM post
      WHERE account_id = :account AND role IN ('SYSTEM', 'SECURITY', 'AUDIT') AND ended_at IS NULL
        AND (to_on IS NULL OR to_on >= :today)
      """;

  /** A holder whose post has an end already is nobody to rely on. */
  private static final String OTHERS =
      """
      SELECT 1 FROM post p JOIN account a ON a.id = p.account_id
      WHERE p.role = :role AND p.account_id <> :account AND p.ended_at IS NULL AND p.to_on IS NULL
        AND p.from_on <= :day AND a.status = 'ACTIVE' LIMIT 1
      """;

  /** Whom the others of another kind are, of whom one may confirm. */
  private static final String CONFIRMING =
      """
      SELECT DISTINCT a.name FROM post p JOIN account a ON a.id = p.account_id
      WHERE p.role IN ('SYSTEM', 'SECURITY', 'AUDIT') AND p.role IS DISTINCT FROM :as AND a.id <> :account
        AND p.ended_at IS NULL AND p.from_on <= :today AND (p.to_on IS NULL OR p.to_on >= :today)
        AND a.status = 'ACTIVE' ORDER BY a.name
      """;

  private Administrators() {}

  /** Whether an account is an administrator's, today or later, whatever its state. */
  static boolean isOne(Connection connection, long account, LocalDate today) throws SQLException {
    return !kinds(connection, account, today).isEmpty();
  }

  /** Which of the three an account is, today or later. */
  static List<Role> kinds(Connection connection, long account, LocalDate today)
      throws SQLException {
    return NamedStatement.of(HELD)
        .with("account", account)
        .with("today", today)
        .list(connection, row -> Role.valueOf(row.getString(1)));
  }

  /**
   * Refuses what would leave nobody of a kind.
   *
   * @param day the last day of the holder
   */
  static void checkAnotherRemains(Connection connection, Role role, long account, LocalDate day)
      throws SQLException {
    boolean remains =
        !NamedStatement.of(OTHERS)
            .with("role", role.name())
            .with("account", account)
            .with("day", day)
            .list(connection, row -> 1)
            .isEmpty();
    if (!remains) {
      throw AdministratorRefused.last(role);
    }
  }

  /**
   * The names of the administrators in office who may confirm what one of a kind asks for an
   * account.
   *
   * @param as who asked; {@code null} for everybody but the holder
   */
  static List<String> confirming(Connection connection, Role as, long account, LocalDate today)
      throws SQLException {
    return NamedStatement.of(CONFIRMING)
        .with("as", as == null ? null : as.name())
        .with("account", account)
        .with("today", today)
        .list(connection, row -> row.getString(1));
  }
}

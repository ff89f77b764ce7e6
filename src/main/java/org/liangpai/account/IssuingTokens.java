package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Issues, lists and revokes the viewer's own access tokens. */
@ApplicationScoped
public class IssuingTokens {

  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;
  private static final int LONGEST_NAME = 100;
  private static final String SELECT =
      "SELECT id, name, issued_at, expires_at, last_used_at, revoked_at FROM access_token ";

  private final Transactions transactions;
  private final OwnAccount own;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  IssuingTokens(
      Transactions transactions,
      OwnAccount own,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.own = own;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** A token, without what makes it one. */
  public record TokenView(
      long id,
      String name,
      Instant issuedAt,
      Instant expiresAt,
      Instant lastUsedAt,
      Instant revokedAt) {}

  /** A new token; it is shown this once. */
  public record Issued(TokenView view, String token) {

    @Override
    public String toString() {
      return view.toString();
    }
  }

  /** The viewer's own, the latest first. */
  public List<TokenView> own() {
    return transactions.call(
        connection ->
            NamedStatement.of(SELECT + "WHERE account_id = :account ORDER BY id DESC")
                .with("account", own.get(connection).id())
                .list(connection, IssuingTokens::view));
  }

  /**
   * Issues one.
   *
   * @param expiresOn the last day that it can be used; {@code null} for ninety days from now
   */
  public Issued issue(String name, LocalDate expiresOn) {
    String text = name == null ? "" : name.strip();
    if (text.isEmpty() || text.length() > LONGEST_NAME) {
      throw new Invalid("name", "请填写令牌的用途，不超过" + LONGEST_NAME + "字");
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate last = expiresOn == null ? today.plusDays(USUAL_DAYS) : expiresOn;
    if (last.isBefore(today) || last.isAfter(today.plusDays(MOST_DAYS))) {
      throw new Invalid(
          "expiresOn", "有效期至" + last + "不符合要求，应在" + today + "到" + today.plusDays(MOST_DAYS) + "之间");
    }
    String token = AccessTokens.PREFIX + Secrets.random();
    return transactions.call(
        connection -> {
          TokenView view = add(connection, text, token, last);
          auditing.record(
              connection,
              List.of(
                  Entry.of(Act.TOKEN_ISSUED, ObjectKind.TOKEN, view.id())
                      .now(Map.of("用途", text, "有效期至", last.toString()))));
          return new Issued(view, token);
        });
  }

  /** Revokes one; it is no good any more from now on. */
  public void revoke(long id) {
    transactions.call(
        connection -> {
          int found =
              NamedStatement.of(
                      """
                      UPDATE access_token SET revoked_at = coalesce(revoked_at, :now),
                        revoked_by = coalesce(revoked_by, :by)
                      WHERE id = :id AND account_id = :account
                      """)
                  .with("now", Accounts.at(clock.instant()))
                  .with("by", viewer.account())
                  .with("id", id)
                  .with("account", own.get(connection).id())
                  .execute(connection);
          if (found == 0) {
            throw new NotFound("访问令牌", id);
          }
          auditing.record(connection, List.of(Entry.of(Act.TOKEN_REVOKED, ObjectKind.TOKEN, id)));
          return null;
        });
  }

  private TokenView add(Connection connection, String name, String token, LocalDate last)
      throws SQLException {
    return NamedStatement.of(
            """
            INSERT INTO access_token (token_hash, account_id, name, issued_at, expires_at)
            VALUES (:hash, :account, :name, :now, :expires)
            RETURNING id, name, issued_at, expires_at, last_used_at, revoked_at
            """)
        .with("hash", Secrets.hash(token))
        .with("account", own.builtIn(connection).id())
        .with("name", name)
        .with("now", Accounts.at(clock.instant()))
        .with("expires", last.plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
        .list(connection, IssuingTokens::view)
        .get(0);
  }

  private static TokenView view(ResultSet row) throws SQLException {
    return new TokenView(
        row.getLong(1),
        row.getString(2),
        Accounts.instant(row, 3),
        Accounts.instant(row, 4),
        Accounts.instant(row, 5),
        Accounts.instant(row, 6));
  }
}

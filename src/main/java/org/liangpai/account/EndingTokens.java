package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Lists access tokens, and revokes them. */
@ApplicationScoped
public class EndingTokens {

  private final Transactions transactions;
  private final Auditing auditing;
  private final TellingHolders holders;
  private final CurrentViewer viewer;
  private final Clock clock;

  EndingTokens(
      Transactions transactions,
      Auditing auditing,
      TellingHolders holders,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.auditing = auditing;
    this.holders = holders;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The viewer's own, the latest first. */
  public List<TokenView> own() {
    return of(viewer.account());
  }

  /** Those of an account, the latest first. */
  public List<TokenView> of(String name) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    "SELECT "
                        + TokenView.COLUMNS
                        + " FROM access_token WHERE account_id = :account ORDER BY id DESC")
                .with("account", account(connection, name).id())
                .list(connection, TokenView::of));
  }

  /** Revokes one of the viewer's own; it is no good any more from now on. */
  public void revoke(long id) {
    revoke(viewer.account(), id);
  }

  /** The same with one of an account. */
  public void revoke(String name, long id) {
    transactions.call(
        connection -> {
          Account account = account(connection, name);
          List<String> found =
              NamedStatement.of(
                      """
                      UPDATE access_token SET revoked_at = coalesce(revoked_at, :now),
                        revoked_by = coalesce(revoked_by, :by)
                      WHERE id = :id AND account_id = :account RETURNING name
                      """)
                  .with("now", Accounts.at(clock.instant()))
                  .with("by", viewer.account())
                  .with("id", id)
                  .with("account", account.id())
                  .list(connection, row -> row.getString(1));
          if (found.isEmpty()) {
            throw new NotFound("访问令牌", id);
          }
          auditing.record(
              connection,
              List.of(Entry.of(Act.TOKEN_REVOKED, ObjectKind.TOKEN, account.name() + " " + id)));
          holders.tell(connection, account.name(), AccountChange.TOKEN_REVOKED, found.get(0));
          return null;
        });
  }

  /** Ends for good whatever lets in to an account without its password. */
  static void endAll(Connection connection, long account, String by, Instant at)
      throws SQLException {
    NamedStatement.of(
            """
            UPDATE access_token SET revoked_at = :now, revoked_by = :by
            WHERE account_id = :account AND revoked_at IS NULL
            """)
        .with("now", Accounts.at(at))
        .with("by", by)
        .with("account", account)
        .execute(connection);
    NamedStatement.of("UPDATE account SET access_version = access_version + 1 WHERE id = :account")
        .with("account", account)
        .execute(connection);
  }

  private static Account account(Connection connection, String name) throws SQLException {
    return Accounts.named(connection, name).orElseThrow(() -> new NotFound("账号", name));
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Origin;
import org.liangpai.shared.Transactions;

/** Lists the sessions that are open, and ends them. */
@ApplicationScoped
public class EndingSessions {

  private final Transactions transactions;
  private final Sessions sessions;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  EndingSessions(
      Transactions transactions,
      Sessions sessions,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.sessions = sessions;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** A session that is open. */
  public record SessionView(
      long id,
      Instant openedAt,
      Instant lastSeenAt,
      Instant endsAt,
      String address,
      String agent) {}

  /** The viewer's own, the latest first. */
  public List<SessionView> own() {
    return of(viewer.account());
  }

  /** Those of an account, the latest first. */
  public List<SessionView> of(String name) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT id, opened_at, last_seen_at, ends_at, address, agent FROM session
                    WHERE account_id = :account AND ended_at IS NULL AND last_seen_at > :idle AND ends_at > :now
                    ORDER BY opened_at DESC, id DESC
                    """)
                .with("account", account(connection, name).id())
                .with("idle", Accounts.at(sessions.idleBefore()))
                .with("now", Accounts.at(clock.instant()))
                .list(connection, EndingSessions::view));
  }

  /** Signs out: ends the session that the viewer uses. */
  public void signOut(SignedIn signedIn) {
    if (signedIn.sessionId() != null) {
      end(signedIn.account(), signedIn.sessionId(), Act.SIGNED_OUT);
    }
  }

  /** Ends the session that a browser had when somebody signed in on it anew. */
  public void signOutFormer(String token, Origin from) {
    Optional<SignedIn> former = sessions.of(token, from);
    former.ifPresent(
        signedIn ->
            viewer.as(
                signedIn.viewer(),
                Scope.NONE,
                () -> {
                  signOut(signedIn);
                  return null;
                }));
  }

  /** Ends one of the viewer's own. */
  public void end(long id) {
    end(viewer.account(), id, Act.SESSION_ENDED);
  }

  /** Ends one of an account. */
  public void end(String name, long id) {
    end(name, id, Act.SESSION_ENDED);
  }

  /** Ends all of an account. */
  public void endAll(String name) {
    transactions.call(
        connection -> {
          Account account = account(connection, name);
          endAll(connection, account.id(), viewer.account(), clock.instant());
          auditing.record(
              connection, List.of(Entry.of(Act.SESSION_ENDED, ObjectKind.ACCOUNT, account.name())));
          return null;
        });
  }

  private void end(String name, long id, Act act) {
    transactions.call(
        connection -> {
          Account account = account(connection, name);
          int ended =
              NamedStatement.of(
                      """
                      UPDATE session SET ended_at = :now, ended_by = :by
                      WHERE id = :id AND account_id = :account AND ended_at IS NULL
                      """)
                  .with("now", Accounts.at(clock.instant()))
                  .with("by", viewer.account())
                  .with("id", id)
                  .with("account", account.id())
                  .execute(connection);
          if (ended == 0 && act != Act.SIGNED_OUT) {
            throw new NotFound("会话", id);
          }
          auditing.record(
              connection, List.of(Entry.of(act, ObjectKind.SESSION, account.name() + " " + id)));
          return null;
        });
  }

  static void endAll(Connection connection, long account, String by, Instant at)
      throws SQLException {
    endOthers(connection, account, null, by, at);
  }

  /** Ends all sessions of an account but one. */
  static void endOthers(Connection connection, long account, Long but, String by, Instant at)
      throws SQLException {
    NamedStatement.of(
            """
            UPDATE session SET ended_at = :now, ended_by = :by
            WHERE account_id = :account AND ended_at IS NULL AND id IS DISTINCT FROM CAST(:but AS bigint)
            """)
        .with("now", Accounts.at(at))
        .with("by", by)
        .with("account", account)
        .with("but", but)
        .execute(connection);
  }

  private static Account account(Connection connection, String name) throws SQLException {
    return Accounts.named(connection, name).orElseThrow(() -> new NotFound("账号", name));
  }

  private static SessionView view(ResultSet row) throws SQLException {
    return new SessionView(
        row.getLong(1),
        Accounts.instant(row, 2),
        Accounts.instant(row, 3),
        Accounts.instant(row, 4),
        row.getString(5),
        row.getString(6));
  }
}

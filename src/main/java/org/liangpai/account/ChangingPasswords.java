package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Changes passwords; whoever was signed in by the old one elsewhere is signed out. */
@ApplicationScoped
public class ChangingPasswords {

  private final Transactions transactions;
  private final OwnAccount own;
  private final PasswordRules rules;
  private final PasswordHashing hashing;
  private final Auditing auditing;
  private final TellingHolders holders;
  private final CurrentViewer viewer;
  private final Clock clock;

  ChangingPasswords(
      Transactions transactions,
      OwnAccount own,
      PasswordRules rules,
      PasswordHashing hashing,
      Auditing auditing,
      TellingHolders holders,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.own = own;
    this.rules = rules;
    this.hashing = hashing;
    this.auditing = auditing;
    this.holders = holders;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** What is asked of a password, in one sentence. */
  public String rule() {
    return rules.profile().rule();
  }

  /**
   * Changes the viewer's own.
   *
   * @param session the session that goes on, or {@code null}
   */
  public void change(String present, String password, Long session) {
    Account account = own.proven("present", present);
    store(account, password, session, Act.PASSWORD_CHANGED, AccountChange.PASSWORD_CHANGED);
  }

  /** Gives somebody who forgot theirs a new one. */
  public void reset(String name, String password) {
    Account account =
        transactions.call(
            connection ->
                Accounts.named(connection, name).orElseThrow(() -> new NotFound("账号", name)));
    store(
        OwnAccount.builtIn(account),
        password,
        null,
        Act.PASSWORD_RESET,
        AccountChange.PASSWORD_RESET);
  }

  private void store(
      Account account, String password, Long session, Act act, AccountChange change) {
    rules.check("password", password, account.name());
    checkNotReused(account, password);
    String hash = hashing.hash(password);
    transactions.call(
        connection -> {
          store(connection, account, hash, change == AccountChange.PASSWORD_RESET);
          EndingSessions.endOthers(
              connection, account.id(), session, viewer.account(), clock.instant());
          auditing.record(connection, List.of(Entry.of(act, ObjectKind.ACCOUNT, account.name())));
          holders.tell(connection, account.name(), change, null);
          return null;
        });
  }

  private void checkNotReused(Account account, String password) {
    int last = rules.profile().notReused();
    List<String> used =
        transactions.call(
            connection ->
                NamedStatement.of(
                        """
                        SELECT password_hash FROM password_history WHERE account_id = :account
                        ORDER BY version DESC LIMIT :last
                        """)
                    .with("account", account.id())
                    .with("last", last)
                    .list(connection, row -> row.getString(1)));
    if (used.stream().anyMatch(hash -> hashing.isSame(password, hash))) {
      throw new Invalid("password", "新密码不能与最近" + last + "次用过的密码相同");
    }
  }

  private void store(Connection connection, Account account, String hash, boolean isInitial)
      throws SQLException {
    int version =
        NamedStatement.of(
                """
                UPDATE account SET password_hash = :hash, password_version = password_version + 1,
                  password_changed_at = :at, password_initial = :initial WHERE id = :id RETURNING password_version
                """)
            .with("hash", hash)
            .with("at", Accounts.at(clock.instant()))
            .with("initial", isInitial)
            .with("id", account.id())
            .list(connection, row -> row.getInt(1))
            .get(0);
    NamedStatement.of(
            """
            INSERT INTO password_history (account_id, version, password_hash, changed_at)
            VALUES (:account, :version, :hash, :at)
            """)
        .with("account", account.id())
        .with("version", version)
        .with("hash", hash)
        .with("at", Accounts.at(clock.instant()))
        .execute(connection);
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

  private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
  private static final int PART = 8;

  private final Transactions transactions;
  private final OwnAccount own;
  private final AskingSecondAdministrator second;
  private final PasswordRules rules;
  private final PasswordHashing hashing;
  private final Auditing auditing;
  private final TellingHolders holders;
  private final CurrentViewer viewer;
  private final Clock clock;

  ChangingPasswords(
      Transactions transactions,
      OwnAccount own,
      AskingSecondAdministrator second,
      PasswordRules rules,
      PasswordHashing hashing,
      Auditing auditing,
      TellingHolders holders,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.own = own;
    this.second = second;
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
   * @param keepsTokens whether access tokens and the address of the calendar stay good: somebody
   *     may have them to whom the old password was known
   */
  public void change(String present, String password, Long session, boolean keepsTokens) {
    Account account = own.proven("present", present);
    String hash = checked(account, password);
    transactions.call(
        connection -> {
          store(connection, account, hash, session, AccountChange.PASSWORD_CHANGED);
          if (!keepsTokens) {
            endTokens(connection, account);
          }
          auditing.record(
              connection,
              List.of(
                  Entry.of(Act.PASSWORD_CHANGED, ObjectKind.ACCOUNT, account.name())
                      .now(Map.of("访问令牌和日历订阅", keepsTokens ? "保留" : "已全部失效"))));
          return null;
        });
  }

  /**
   * Gives somebody who forgot theirs a new one. Of an administrator's, whoever asks for it knows
   * the first part alone: the second one is shown to the administrator who confirms it.
   *
   * @return the id of what a second administrator has to confirm first; empty if it was done
   */
  public Optional<Long> reset(String name, String password, String reason) {
    Account found =
        transactions.call(
            connection ->
                Accounts.named(connection, name).orElseThrow(() -> new NotFound("账号", name)));
    Account account = OwnAccount.builtIn(found);
    String hash = checked(account, password);
    return transactions.call(
        connection -> {
          Account kept = Accounts.locked(connection, account.name()).orElseThrow();
          if (!Administrators.isOne(connection, kept.id(), LocalDate.now(clock))) {
            reset(connection, kept, hash);
            return Optional.empty();
          }
          String part = part();
          Wanted wanted = Wanted.password(hashing.hash(password + part), part, reason);
          return Optional.of(second.ask(connection, kept, wanted));
        });
  }

  /** Stores a new password that its holder has to change first. */
  void reset(Connection connection, Account account, String hash) throws SQLException {
    store(connection, account, hash, null, AccountChange.PASSWORD_RESET);
    endTokens(connection, account);
    auditing.record(
        connection, List.of(Entry.of(Act.PASSWORD_RESET, ObjectKind.ACCOUNT, account.name())));
  }

  private void endTokens(Connection connection, Account account) throws SQLException {
    EndingTokens.endAll(connection, account.id(), viewer.account(), clock.instant());
  }

  private String checked(Account account, String password) {
    rules.check("password", password, account.name());
    checkNotReused(account, password);
    return hashing.hash(password);
  }

  /** Easy to read out. */
  private static String part() {
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < PART; i++) {
      part.append(LETTERS.charAt(Secrets.below(LETTERS.length())));
    }
    return part.toString();
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

  private void store(
      Connection connection, Account account, String hash, Long session, AccountChange change)
      throws SQLException {
    store(connection, account, hash, change == AccountChange.PASSWORD_RESET);
    EndingSessions.endOthers(connection, account.id(), session, viewer.account(), clock.instant());
    holders.tell(connection, account.name(), change, null);
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

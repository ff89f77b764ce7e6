package org.liangpai.account;

import java.io.PrintStream;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;

/**
 * The way for an emergency: lets an administrator in again who cannot get in and for whom no two
 * others are left, from the command line of the machine itself. It is on the trail, and all
 * administrators are told.
 */
public final class ResetAdministratorCommand {

  /** The administrator can sign in with the password that was shown. */
  public static final int DONE = 0;

  /** It is no account that can be reset so, which was told. */
  public static final int REFUSED = 1;

  /** The database was not reached. */
  public static final int NOT_REACHED = 2;

  private static final String BY = "本机命令";
  private static final int LONGEST_REASON = 500;

  private static final String RESET =
      """
      UPDATE account SET password_hash = :hash, password_version = password_version + 1, password_changed_at = :at,
        password_initial = true, totp_secret = NULL, totp_confirmed_at = NULL,
        status = 'ACTIVE'
      WHERE id = :id RETURNING password_version
      """;

  private static final String REMEMBER =
      """
      INSERT INTO password_history (account_id, version, password_hash, changed_at)
      VALUES (:id, :version, :hash, :at)
      """;

  private final Clock clock;
  private final PrintStream out;

  private ResetAdministratorCommand(Clock clock, PrintStream out) {
    this.clock = clock;
    this.out = out;
  }

  /**
   * Gives an administrator a password that is shown this once and has to be changed first.
   *
   * @param arguments the name of the account, and the reason in words
   * @return the exit code
   */
  public static int run(
      String url,
      String user,
      String password,
      List<String> arguments,
      Clock clock,
      PrintStream out) {
    ResetAdministratorCommand command = new ResetAdministratorCommand(clock, out);
    if (arguments.isEmpty()) {
      out.println("用法：reset-administrator 管理员账号名 [理由]");
      return REFUSED;
    }
    String reason = String.join(" ", arguments.subList(1, arguments.size()));
    try (Connection connection = DriverManager.getConnection(url, user, password)) {
      connection.setAutoCommit(false);
      Optional<String> given = command.reset(connection, arguments.get(0), reason);
      connection.commit();
      given.ifPresent(one -> command.show(arguments.get(0), one));
      return given.isPresent() ? DONE : REFUSED;
    } catch (SQLException failed) {
      out.println("没有重置：数据库连不上或不能写（%s）。".formatted(failed.getMessage()));
      return NOT_REACHED;
    }
  }

  private Optional<String> reset(Connection connection, String name, String reason)
      throws SQLException {
    Optional<Account> found = Accounts.locked(connection, name);
    Optional<String> fault =
        found.isEmpty() ? Optional.of("没有账号“" + name + "”。") : fault(connection, found.get());
    if (fault.isPresent()) {
      out.println("没有重置：" + fault.get());
      return Optional.empty();
    }
    String given = GivenPassword.next();
    store(connection, found.get(), new PasswordHashing().hash(given));
    tell(connection, found.get(), reason);
    return Optional.of(given);
  }

  private Optional<String> fault(Connection connection, Account account) throws SQLException {
    if (account.external()) {
      return Optional.of("账号“" + account.name() + "”由统一身份认证登录，这里没有它的密码。");
    }
    return Administrators.isOne(connection, account.id(), LocalDate.now(clock))
        ? Optional.empty()
        : Optional.of("账号“" + account.name() + "”不是管理员，请由系统管理员重置。");
  }

  private void store(Connection connection, Account account, String hash) throws SQLException {
    Instant now = clock.instant();
    int version =
        NamedStatement.of(RESET)
            .with("hash", hash)
            .with("at", Accounts.at(now))
            .with("id", account.id())
            .list(connection, row -> row.getInt(1))
            .get(0);
    NamedStatement.of(REMEMBER)
        .with("id", account.id())
        .with("version", version)
        .with("hash", hash)
        .with("at", Accounts.at(now))
        .execute(connection);
    AccountFailures.forgetAll(connection, AccountFailures.key(account.name()));
    EndingTokens.endAll(connection, account.id(), BY, now);
    EndingSessions.endAll(connection, account.id(), BY, now);
  }

  private void tell(Connection connection, Account account, String reason) throws SQLException {
    Instant now = clock.instant();
    String operator = System.getProperty("user.name", "");
    Auditing.append(
        connection,
        new Viewer(BY, List.of(), null),
        List.of(
            Entry.of(Act.ADMINISTRATOR_RESET, ObjectKind.ACCOUNT, account.name())
                .changed(
                    Map.of("状态", account.status().label()),
                    Map.of("状态", AccountStatus.ACTIVE.label(), "操作系统账号", operator))
                .because(
                    reason.isBlank()
                        ? "应急重置"
                        : reason.substring(0, Math.min(LONGEST_REASON, reason.length())))),
        now);
    List<Notice> notices = new ArrayList<>();
    notices.add(
        new HolderNotice(AccountChange.PASSWORD_RESET, "动态口令、锁定、会话和访问令牌一并解除", BY, now)
            .to(account.name()));
    List<Addressee> others =
        Administrators.confirming(connection, null, account.id(), LocalDate.now(clock)).stream()
            .map(Addressee::account)
            .toList();
    notices.add(
        new Notice(
            "ADMINISTRATOR-RESET " + account.name() + " " + now,
            NoticeKind.SECURITY,
            "管理员账号在本机应急重置",
            "账号“%s”的密码和动态口令已用本机命令重置（操作系统账号 %s）。如果不知情，请马上核实。".formatted(account.name(), operator),
            "/administrator-requests",
            others));
    Notifying.tell(connection, notices, now);
  }

  private void show(String name, String password) {
    out.println(
        """
        账号“%s”已重置：动态口令和锁定已解除，会话和访问令牌已结束，审计记录已写入。
        新密码只显示这一次，本人登录后须先修改：

            %s
        """
            .formatted(name, password));
  }
}

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
import org.liangpai.security.Role;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Lets accounts be used, or not any more. Nobody does this with their own. */
@ApplicationScoped
public class ActivatingAccounts {

  private final Transactions transactions;
  private final AskingSecondAdministrator second;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  ActivatingAccounts(
      Transactions transactions,
      AskingSecondAdministrator second,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.second = second;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Lets it be used; one that may be used already stays as it is.
   *
   * @return the id of what a second administrator has to confirm first; empty if it was done
   */
  public Optional<Long> activate(String name) {
    return transactions.call(
        connection -> {
          Account account = other(connection, name);
          if (account.status() != AccountStatus.ACTIVE && isAdministrator(connection, account)) {
            return ask(connection, account, Wanted.of(AdministratorAct.ACTIVATE, null));
          }
          activate(connection, account);
          return Optional.empty();
        });
  }

  void activate(Connection connection, Account account) throws SQLException {
    if (account.status() != AccountStatus.ACTIVE) {
      become(connection, account, AccountStatus.ACTIVE, Act.ACCOUNT_ACTIVATED, null);
    }
  }

  /**
   * Stops it from being used and ends its sessions; its tokens are ended for good.
   *
   * @return the id of what a second administrator has to confirm first; empty if it was done
   */
  public Optional<Long> deactivate(String name, String reason) {
    return transactions.call(
        connection -> {
          Account account = other(connection, name);
          if (account.status() != AccountStatus.DEACTIVATED
              && isAdministrator(connection, account)) {
            checkOthersRemain(connection, account);
            return ask(connection, account, Wanted.of(AdministratorAct.DEACTIVATE, reason));
          }
          deactivate(connection, account, reason);
          return Optional.empty();
        });
  }

  void deactivate(Connection connection, Account account, String reason) throws SQLException {
    if (account.status() != AccountStatus.DEACTIVATED) {
      checkOthersRemain(connection, account);
      become(connection, account, AccountStatus.DEACTIVATED, Act.ACCOUNT_DEACTIVATED, reason);
      EndingSessions.endAll(connection, account.id(), viewer.account(), clock.instant());
      EndingTokens.endAll(connection, account.id(), viewer.account(), clock.instant());
    }
  }

  /**
   * Lets somebody try again before the time is over.
   *
   * @return the id of what a second administrator has to confirm first; empty if it was done
   */
  public Optional<Long> unlock(String name) {
    return transactions.call(
        connection -> {
          Account account = find(connection, name);
          if (isAdministrator(connection, account)) {
            return ask(connection, account, Wanted.of(AdministratorAct.UNLOCK, null));
          }
          unlock(connection, account);
          return Optional.empty();
        });
  }

  void unlock(Connection connection, Account account) throws SQLException {
    AccountFailures.forgetAll(connection, AccountFailures.key(account.name()));
    auditing.record(
        connection, List.of(Entry.of(Act.ACCOUNT_UNLOCKED, ObjectKind.ACCOUNT, account.name())));
  }

  private Optional<Long> ask(Connection connection, Account account, Wanted wanted)
      throws SQLException {
    return Optional.of(second.ask(connection, account, wanted));
  }

  private boolean isAdministrator(Connection connection, Account account) throws SQLException {
    return Administrators.isOne(connection, account.id(), LocalDate.now(clock));
  }

  private void checkOthersRemain(Connection connection, Account account) throws SQLException {
    LocalDate today = LocalDate.now(clock);
    for (Role kind : Administrators.kinds(connection, account.id(), today)) {
      Administrators.checkAnotherRemains(connection, kind, account.id(), today);
    }
  }

  private Account other(Connection connection, String name) throws SQLException {
    Account account = find(connection, name);
    if (account.name().equals(viewer.account())) {
      throw AccountRefused.own();
    }
    return account;
  }

  private static Account find(Connection connection, String name) throws SQLException {
    return Accounts.locked(connection, name).orElseThrow(() -> new NotFound("账号", name));
  }

  private void become(
      Connection connection, Account account, AccountStatus status, Act act, String reason)
      throws SQLException {
    NamedStatement.of("UPDATE account SET status = :status WHERE id = :id")
        .with("status", status.name())
        .with("id", account.id())
        .execute(connection);
    auditing.record(
        connection,
        List.of(
            Entry.of(act, ObjectKind.ACCOUNT, account.name())
                .changed(Map.of("状态", account.status().label()), Map.of("状态", status.label()))
                .because(reason)));
  }
}

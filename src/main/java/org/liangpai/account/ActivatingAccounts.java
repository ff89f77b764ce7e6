package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Lets accounts be used, or not any more. Nobody does this with their own. */
@ApplicationScoped
public class ActivatingAccounts {

  private final Transactions transactions;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  ActivatingAccounts(
      Transactions transactions, Auditing auditing, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** Lets it be used; one that may be used already stays as it is. */
  public void activate(String name) {
    transactions.call(
        connection -> {
          Account account = other(connection, name);
          if (account.status() != AccountStatus.ACTIVE) {
            become(connection, account, AccountStatus.ACTIVE, Act.ACCOUNT_ACTIVATED, null);
          }
          return null;
        });
  }

  /** Stops it from being used and ends its sessions. */
  public void deactivate(String name, String reason) {
    transactions.call(
        connection -> {
          Account account = other(connection, name);
          if (account.status() != AccountStatus.DEACTIVATED) {
            become(connection, account, AccountStatus.DEACTIVATED, Act.ACCOUNT_DEACTIVATED, reason);
            EndingSessions.endAll(connection, account.id(), viewer.account(), clock.instant());
          }
          return null;
        });
  }

  /** Lets somebody try again before the time is over. */
  public void unlock(String name) {
    transactions.call(
        connection -> {
          Account account = find(connection, name);
          NamedStatement.of("UPDATE account SET failures = 0, locked_until = NULL WHERE id = :id")
              .with("id", account.id())
              .execute(connection);
          auditing.record(
              connection,
              List.of(Entry.of(Act.ACCOUNT_UNLOCKED, ObjectKind.ACCOUNT, account.name())));
          return null;
        });
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

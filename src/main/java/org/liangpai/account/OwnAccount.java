package org.liangpai.account;

import static org.liangpai.account.AccountFailures.OWN_ACCOUNT;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Viewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** The account of the viewer, for acts that ask for its password once more. */
@ApplicationScoped
class OwnAccount {

  private final Transactions transactions;
  private final PasswordHashing hashing;
  private final AddressFailures addresses;
  private final AccountFailures failures;
  private final CurrentViewer viewer;

  OwnAccount(
      Transactions transactions,
      PasswordHashing hashing,
      AddressFailures addresses,
      AccountFailures failures,
      CurrentViewer viewer) {
    this.transactions = transactions;
    this.hashing = hashing;
    this.addresses = addresses;
    this.failures = failures;
    this.viewer = viewer;
  }

  Account get() {
    return transactions.call(this::get);
  }

  Account get(Connection connection) throws SQLException {
    String name = viewer.account();
    return Accounts.locked(connection, name).orElseThrow(() -> new NotFound("账号", name));
  }

  /** The same, if it is one with a password of its own. */
  Account builtIn(Connection connection) throws SQLException {
    return builtIn(get(connection));
  }

  /**
   * The account, if it has a password of its own.
   *
   * @throws AccountRefused if the identity provider signs it in
   */
  static Account builtIn(Account account) {
    if (account.external()) {
      throw AccountRefused.external(account.name());
    }
    return account;
  }

  /** The account, if the password is its own; whoever found the browser open guesses no more. */
  Account proven(String field, String password) {
    Viewer asking = viewer.viewer();
    Account account =
        transactions.call(
            connection -> {
              addresses.check(connection, asking.address());
              if (failures.isLocked(connection, key(asking), Factor.PASSWORD, OWN_ACCOUNT)) {
                throw new Invalid(field, "现在的密码连续输错5次，请15分钟后再试");
              }
              return builtIn(connection);
            });
    if (password == null || !hashing.isSame(password, account.password().hash())) {
      transactions.call(
          connection -> {
            addresses.count(connection, asking.address());
            failures.count(connection, key(asking), Factor.PASSWORD, OWN_ACCOUNT);
            return null;
          });
      throw new Invalid(field, "现在的密码不对");
    }
    transactions.call(
        connection -> {
          failures.forget(connection, key(asking), Factor.PASSWORD, OWN_ACCOUNT);
          return null;
        });
    return account;
  }

  private static String key(Viewer asking) {
    return AccountFailures.key(asking.account());
  }
}

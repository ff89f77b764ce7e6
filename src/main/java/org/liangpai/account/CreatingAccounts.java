package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.Transactions;

/** Creates accounts, which nobody can use before the security administrator activates them. */
@ApplicationScoped
public class CreatingAccounts {

  private static final int LONGEST_NAME = 100;

  private final Transactions transactions;
  private final PasswordRules rules;
  private final PasswordHashing hashing;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  CreatingAccounts(
      Transactions transactions,
      PasswordRules rules,
      PasswordHashing hashing,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.rules = rules;
    this.hashing = hashing;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Creates one.
   *
   * @param displayName how people call its holder; the name, if blank
   * @return the name as it is kept
   */
  public String create(String name, String displayName, String password) {
    String checked = AccountName.checked("name", name);
    rules.check("password", password, checked);
    NewAccount account =
        new NewAccount(
            checked,
            displayName(displayName, checked),
            AccountStatus.CREATED,
            hashing.hash(password),
            true,
            false);
    try {
      return transactions.call(
          connection -> {
            Accounts.add(connection, account, viewer.account(), clock.instant());
            auditing.record(
                connection,
                List.of(
                    Entry.of(Act.ACCOUNT_CREATED, ObjectKind.ACCOUNT, checked)
                        .now(Map.of("显示名", account.displayName()))));
            return checked;
          });
    } catch (DatabaseFault fault) {
      if (Violation.constraint(fault).startsWith("uq_account_name")) {
        throw AccountRefused.nameTaken(checked);
      }
      throw fault;
    }
  }

  private static String displayName(String given, String name) {
    String text = given == null || given.isBlank() ? name : given.strip();
    if (text.length() > LONGEST_NAME) {
      throw new Invalid("displayName", "显示名不能超过" + LONGEST_NAME + "字");
    }
    return text;
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;

/**
 * The accounts of people whom the identity provider signs in. They are found by what the provider
 * never gives to somebody else, so that nobody gets an account by taking over a name.
 */
@ApplicationScoped
class ProviderAccounts {

  private static final int LONGEST_NAME = 100;

  private final Auditing auditing;
  private final Clock clock;

  ProviderAccounts(Auditing auditing, Clock clock) {
    this.auditing = auditing;
    this.clock = clock;
  }

  /** The account of a person, made if there is none, and kept for this transaction alone. */
  Account of(Connection connection, ProvidedPerson person, Viewer by) throws SQLException {
    Optional<Account> known = locked(connection, person.subject());
    if (known.isPresent()) {
      return known.get();
    }
    String name = AccountName.checked("name", person.name());
    boolean isAdded = add(connection, person, name, by);
    if (isAdded) {
      auditing.record(
          connection,
          by,
          Entry.of(Act.ACCOUNT_CREATED, ObjectKind.ACCOUNT, name)
              .now(Map.of("状态", AccountStatus.ACTIVE.label(), "来源", by.account())));
    }
    return locked(connection, person.subject()).orElseThrow();
  }

  private static Optional<Account> locked(Connection connection, String subject)
      throws SQLException {
    return NamedStatement.of(
            "SELECT "
                + Accounts.COLUMNS
                + " FROM account a WHERE a.subject = :subject FOR NO KEY UPDATE")
        .with("subject", subject)
        .list(connection, Accounts::row)
        .stream()
        .findFirst();
  }

  private boolean add(Connection connection, ProvidedPerson person, String name, Viewer by)
      throws SQLException {
    int added =
        NamedStatement.of(
                """
                INSERT INTO account (name, name_key, display_name, status, subject, password_changed_at,
                  created_at, created_by)
                VALUES (:name, :key, :displayName, :status, :subject, :at, :at, :by)
                ON CONFLICT (subject) DO NOTHING
                """)
            .with("name", name)
            .with("key", AccountName.key(name))
            .with("displayName", displayName(person.displayName(), name))
            .with("status", AccountStatus.ACTIVE.name())
            .with("subject", person.subject())
            .with("at", Accounts.at(clock.instant()))
            .with("by", by.account())
            .execute(connection);
    return added > 0;
  }

  private static String displayName(String given, String name) {
    String text = given == null || given.isBlank() ? name : given.strip();
    return text.substring(0, Math.min(LONGEST_NAME, text.length()));
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Origin;
import org.liangpai.shared.Transactions;

/**
 * Lets people in by name and password. A wrong name, a wrong password and a locked account get the
 * same answer after about the same time.
 */
@ApplicationScoped
public class SigningIn {

  private static final int FAILURES = 5;
  private static final Duration LOCKED = Duration.ofMinutes(15);
  private static final String NO_ACCOUNT = "（不存在的账号）";

  private final Transactions transactions;
  private final PasswordHashing hashing;
  private final RememberedPasswords remembered;
  private final AddressFailures addresses;
  private final OneTimeCodes codes;
  private final Admission admission;
  private final Sessions sessions;
  private final Auditing auditing;
  private final Clock clock;

  SigningIn(
      Transactions transactions,
      PasswordHashing hashing,
      RememberedPasswords remembered,
      AddressFailures addresses,
      OneTimeCodes codes,
      Admission admission,
      Sessions sessions,
      Auditing auditing,
      Clock clock) {
    this.transactions = transactions;
    this.hashing = hashing;
    this.remembered = remembered;
    this.addresses = addresses;
    this.codes = codes;
    this.admission = admission;
    this.sessions = sessions;
    this.auditing = auditing;
    this.clock = clock;
  }

  /** Somebody with their new session; the token goes into a cookie and is kept nowhere. */
  public record Opened(String token, SignedIn signedIn) {

    @Override
    public String toString() {
      return "session of " + signedIn.account();
    }
  }

  /** How long to wait, on no thread, before an attempt from this address. */
  public Duration delay(String address) {
    return transactions.call(connection -> addresses.delay(connection, address));
  }

  /**
   * Opens a session.
   *
   * @throws SignInRefused if name, password or one-time code are not right
   */
  public Opened signIn(Credentials credentials, Origin from) {
    Account account = proven(credentials, from, true);
    return transactions.call(
        connection -> {
          admission.beginGrace(connection, account);
          Sessions.Begun session = sessions.begin(connection, account, from);
          Account present = Accounts.named(connection, account.name()).orElseThrow();
          return new Opened(
              session.token(), admission.bySession(connection, present, session.id(), from));
        });
  }

  /** Somebody whose password was right a short time ago and who still may sign in. */
  public Optional<SignedIn> recognise(Credentials credentials, Origin from, boolean forPassword) {
    return transactions.call(
        connection -> {
          Optional<Account> account =
              Accounts.named(connection, credentials.name())
                  .filter(one -> one.isOpen(clock.instant()))
                  .filter(one -> remembered.knows(one, credentials.password()));
          return account.isEmpty()
              ? Optional.empty()
              : Optional.of(admission.byPassword(connection, account.get(), from, forPassword));
        });
  }

  /**
   * Lets in one request with name and password, as HTTP Basic sends them.
   *
   * @param forPassword whether the request is the one that changes an expired password
   * @throws SignInRefused if they are not right, or not enough
   */
  public SignedIn authenticate(Credentials credentials, Origin from, boolean forPassword) {
    Account account = proven(credentials, from, false);
    remembered.remember(account, credentials.password());
    return transactions.call(
        connection -> admission.byPassword(connection, account, from, forPassword));
  }

  private Account proven(Credentials credentials, Origin from, boolean withCode) {
    Optional<Account> found =
        transactions.call(
            connection -> {
              addresses.check(connection, from.address());
              return Accounts.named(connection, credentials.name());
            });
    boolean isRight =
        found
            .map(one -> hashing.isSame(credentials.password(), one.password().hash()))
            .orElseGet(() -> hashing.compareWithNobody(credentials.password()));
    Optional<SignInRefused> refused =
        transactions.call(
            connection -> settle(connection, found, isRight, credentials, from, withCode));
    if (refused.isPresent()) {
      throw refused.get();
    }
    return found.orElseThrow();
  }

  /** Counts the attempt; what it gives is thrown only after the count is stored. */
  private Optional<SignInRefused> settle(
      Connection connection,
      Optional<Account> found,
      boolean isRight,
      Credentials credentials,
      Origin from,
      boolean withCode)
      throws SQLException {
    if (found.isEmpty()) {
      return Optional.of(failed(connection, NO_ACCOUNT, from, SignInRefused.failed()));
    }
    // Read again and kept: the attempts on one account are counted one after the other.
    Account account = Accounts.locked(connection, found.get().name()).orElseThrow();
    boolean isStill = account.password().version() == found.get().password().version();
    if (!account.isOpen(clock.instant())) {
      return Optional.of(failed(connection, account.name(), from, SignInRefused.failed()));
    }
    if (!isRight || !isStill) {
      countFailure(connection, account, from);
      return Optional.of(failed(connection, account.name(), from, SignInRefused.failed()));
    }
    if (withCode && account.secondFactor().confirmed()) {
      if (credentials.code() == null || credentials.code().isBlank()) {
        return Optional.of(SignInRefused.codeAsked());
      }
      if (!codes.use(connection, account, credentials.code())) {
        countFailure(connection, account, from);
        return Optional.of(failed(connection, account.name(), from, SignInRefused.codeWrong()));
      }
    }
    NamedStatement.of("UPDATE account SET failures = 0, locked_until = NULL WHERE id = :id")
        .with("id", account.id())
        .execute(connection);
    auditing.record(
        connection,
        by(account.name(), from),
        Entry.of(Act.SIGNED_IN, ObjectKind.ACCOUNT, account.name())
            .now(Map.of("方式", withCode ? "网页" : "密码（接口）")));
    return Optional.empty();
  }

  private SignInRefused failed(
      Connection connection, String name, Origin from, SignInRefused refused) throws SQLException {
    addresses.count(connection, from.address());
    auditing.record(
        connection, by("", from), Entry.of(Act.SIGN_IN_FAILED, ObjectKind.ACCOUNT, name));
    return refused;
  }

  private void countFailure(Connection connection, Account account, Origin from)
      throws SQLException {
    Instant now = clock.instant();
    boolean isLocked =
        NamedStatement.of(
                """
                UPDATE account SET failures = (failures + 1) % :most,
                  locked_until = CASE WHEN failures + 1 >= :most THEN CAST(:until AS timestamptz) END
                WHERE id = :id RETURNING locked_until IS NOT NULL
                """)
            .with("most", FAILURES)
            .with("until", Accounts.at(now.plus(LOCKED)))
            .with("id", account.id())
            .list(connection, row -> row.getBoolean(1))
            .contains(true);
    if (isLocked) {
      auditing.record(
          connection,
          by("", from),
          Entry.of(Act.ACCOUNT_LOCKED, ObjectKind.ACCOUNT, account.name())
              .now(Map.of("至", now.plus(LOCKED).toString())));
    }
  }

  private static Viewer by(String name, Origin from) {
    return new Viewer(name, List.of(), from.address());
  }
}

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
import org.liangpai.shared.Origin;
import org.liangpai.shared.Transactions;

/**
 * Lets people in by name and password. A wrong name, a wrong password and a locked account get the
 * same answer after about the same time.
 */
@ApplicationScoped
public class SigningIn {

  private static final String NO_ACCOUNT = "（不存在的账号）";

  private final Transactions transactions;
  private final PasswordHashing hashing;
  private final RememberedPasswords remembered;
  private final AddressFailures addresses;
  private final AccountFailures failures;
  private final FamiliarPlaces places;
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
      AccountFailures failures,
      FamiliarPlaces places,
      OneTimeCodes codes,
      Admission admission,
      Sessions sessions,
      Auditing auditing,
      Clock clock) {
    this.transactions = transactions;
    this.hashing = hashing;
    this.remembered = remembered;
    this.addresses = addresses;
    this.failures = failures;
    this.places = places;
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
   * How long to wait, on no thread, before an attempt on an account: whoever is in a browser in
   * which it was signed in before waits for nobody else's failures.
   */
  public Duration delay(String name, Origin from) {
    SignInPlace place =
        transactions.call(connection -> place(connection, Accounts.named(connection, name), from));
    if (place.browser()) {
      return Duration.ZERO;
    }
    Duration ofAddress = delay(from.address());
    Duration ofAccount =
        transactions.call(
            connection -> failures.delay(connection, AccountFailures.key(name), place));
    return ofAddress.compareTo(ofAccount) > 0 ? ofAddress : ofAccount;
  }

  /** The same browser, which from a sign-in on is known again. */
  public Origin known(Origin from) {
    return from.browser() == null
        ? new Origin(from.address(), from.agent(), Secrets.random())
        : from;
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
                  .filter(one -> one.status() == AccountStatus.ACTIVE)
                  .filter(one -> remembered.knows(one, credentials.password()));
          if (account.isEmpty() || !isLetIn(connection, account.get(), from)) {
            return Optional.empty();
          }
          return Optional.of(admission.byPassword(connection, account.get(), from, forPassword));
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
              Optional<Account> named = Accounts.named(connection, credentials.name());
              // Many people share an address; whoever is known there is not turned away for them.
              if (!place(connection, named, from).browser()) {
                addresses.check(connection, from.address());
              }
              return named;
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
      failures.count(
          connection,
          AccountFailures.key(credentials.name()),
          Factor.PASSWORD,
          place(connection, found, from));
      return Optional.of(failed(connection, NO_ACCOUNT, from, SignInRefused.failed()));
    }
    // Read again and kept: the attempts on one account are counted one after the other.
    Account account = Accounts.locked(connection, found.get().name()).orElseThrow();
    boolean isStill = account.password().version() == found.get().password().version();
    SignInPlace place = places.of(connection, account.id(), from);
    if (account.status() != AccountStatus.ACTIVE
        || failures.isLocked(connection, key(account), Factor.PASSWORD, place)) {
      return Optional.of(failed(connection, account.name(), from, SignInRefused.failed()));
    }
    if (!isRight || !isStill) {
      countFailure(connection, account, Factor.PASSWORD, place, from);
      return Optional.of(failed(connection, account.name(), from, SignInRefused.failed()));
    }
    if (withCode && account.secondFactor().confirmed()) {
      Optional<SignInRefused> refused =
          settleCode(connection, account, credentials.code(), place, from);
      if (refused.isPresent()) {
        return refused;
      }
    }
    failures.forget(connection, key(account), Factor.PASSWORD, place);
    // A password alone says nothing of the second factor: whoever guesses codes has it.
    if (withCode || !account.secondFactor().confirmed()) {
      failures.forget(connection, key(account), Factor.CODE, place);
      places.remember(connection, account.id(), from);
    }
    auditing.record(
        connection,
        by(account.name(), from),
        Entry.of(Act.SIGNED_IN, ObjectKind.ACCOUNT, account.name())
            .now(Map.of("方式", withCode ? "网页" : "密码（接口）")));
    return Optional.empty();
  }

  /** Counted apart from the password: whoever has that, and guesses codes, locks no password. */
  private Optional<SignInRefused> settleCode(
      Connection connection, Account account, String code, SignInPlace place, Origin from)
      throws SQLException {
    if (code == null || code.isBlank()) {
      return Optional.of(SignInRefused.codeAsked());
    }
    if (failures.isLocked(connection, key(account), Factor.CODE, place)) {
      return Optional.of(failed(connection, account.name(), from, SignInRefused.codesLocked()));
    }
    OneTimeCodes.Outcome outcome = codes.use(connection, account, code);
    if (outcome == OneTimeCodes.Outcome.TAKEN) {
      return Optional.empty();
    }
    if (outcome == OneTimeCodes.Outcome.WRONG) {
      countFailure(connection, account, Factor.CODE, place, from);
      return Optional.of(failed(connection, account.name(), from, SignInRefused.codeWrong()));
    }
    // The right one a second time is no guess: somebody pressed twice.
    auditing.record(
        connection,
        by("", from),
        Entry.of(Act.SIGN_IN_FAILED, ObjectKind.ACCOUNT, account.name()).because("动态口令已用过"));
    return Optional.of(SignInRefused.codeWrong());
  }

  private SignInRefused failed(
      Connection connection, String name, Origin from, SignInRefused refused) throws SQLException {
    addresses.count(connection, from.address());
    auditing.record(
        connection, by("", from), Entry.of(Act.SIGN_IN_FAILED, ObjectKind.ACCOUNT, name));
    return refused;
  }

  private void countFailure(
      Connection connection, Account account, Factor factor, SignInPlace place, Origin from)
      throws SQLException {
    Optional<Instant> lockedUntil = failures.count(connection, key(account), factor, place);
    if (lockedUntil.isPresent()) {
      auditing.record(
          connection,
          by("", from),
          Entry.of(Act.ACCOUNT_LOCKED, ObjectKind.ACCOUNT, account.name())
              .now(Map.of("至", lockedUntil.get().toString(), "连续输错", factor.label())));
    }
  }

  private boolean isLetIn(Connection connection, Account account, Origin from) throws SQLException {
    SignInPlace place = places.of(connection, account.id(), from);
    if (failures.isLocked(connection, key(account), Factor.PASSWORD, place)) {
      return false;
    }
    if (!place.familiar()) {
      places.remember(connection, account.id(), from);
    }
    return true;
  }

  private SignInPlace place(Connection connection, Optional<Account> account, Origin from)
      throws SQLException {
    return account.isPresent()
        ? places.of(connection, account.get().id(), from)
        : places.ofNobody(from);
  }

  private static String key(Account account) {
    return AccountFailures.key(account.name());
  }

  private static Viewer by(String name, Origin from) {
    return new Viewer(name, List.of(), from.address());
  }
}

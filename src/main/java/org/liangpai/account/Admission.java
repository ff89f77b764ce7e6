package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Reach;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Origin;

/** Who somebody is once they have proven it: with which posts, and what they have to do first. */
@ApplicationScoped
class Admission {

  private final PasswordRules rules;
  private final SecondFactorRule secondFactors;
  private final Duration grace;
  private final Clock clock;

  Admission(
      PasswordRules rules,
      SecondFactorRule secondFactors,
      @ConfigProperty(name = "liangpai.second-factor-grace", defaultValue = "P7D") Duration grace,
      Clock clock) {
    this.rules = rules;
    this.secondFactors = secondFactors;
    this.grace = grace;
    this.clock = clock;
  }

  /** From the first use of any kind an administrator has some days to add a second factor. */
  void beginGrace(Connection connection, Account account) throws SQLException {
    if (account.secondFactor().dueAt() != null) {
      return;
    }
    NamedStatement.of(
            "UPDATE account SET second_factor_due_at = :due WHERE id = :id AND second_factor_due_at IS NULL")
        .with("due", Accounts.at(clock.instant().plus(grace)))
        .with("id", account.id())
        .execute(connection);
  }

  SignedIn bySession(Connection connection, Account account, long session, Origin from)
      throws SQLException {
    List<HeldPost> posts = posts(connection, account);
    Pending pending = pending(account, posts);
    return signedIn(account, pending == null ? posts : List.of(), session, pending, from);
  }

  /**
   * By an access token, which is good for no more than the account is.
   *
   * @throws SignInRefused if the account has something to do first
   */
  SignedIn byToken(Connection connection, Account account, Reach reach, Origin from)
      throws SQLException {
    beginGrace(connection, account);
    List<HeldPost> posts = posts(connection, account);
    Pending pending = pending(account, posts);
    if (pending != null) {
      throw pending == Pending.CHANGE_PASSWORD
          ? passwordDue(account)
          : SignInRefused.secondFactorDue();
    }
    return new SignedIn(
        account.id(),
        account.name(),
        account.displayName(),
        account.demonstration(),
        new Viewer(account.name(), posts, from.address(), reach),
        null,
        null,
        true);
  }

  /**
   * By a password alone, without a session.
   *
   * @throws SignInRefused if the account asks for more than that
   */
  SignedIn byPassword(Connection connection, Account account, Origin from, boolean forPassword)
      throws SQLException {
    if (account.secondFactor().confirmed()) {
      throw SignInRefused.needsToken();
    }
    beginGrace(connection, account);
    List<HeldPost> posts = posts(connection, account);
    Pending pending = pending(account, posts);
    if (pending == Pending.ADD_SECOND_FACTOR) {
      throw SignInRefused.secondFactorDue();
    }
    if (pending == Pending.CHANGE_PASSWORD && !forPassword) {
      throw passwordDue(account);
    }
    return signedIn(account, pending == null ? posts : List.of(), null, pending, from);
  }

  private static SignInRefused passwordDue(Account account) {
    return account.password().initial()
        ? SignInRefused.passwordInitial()
        : SignInRefused.passwordExpired();
  }

  private List<HeldPost> posts(Connection connection, Account account) throws SQLException {
    return PostsInForce.of(connection, account.id(), LocalDate.now(clock));
  }

  private Pending pending(Account account, List<HeldPost> posts) {
    Instant now = clock.instant();
    if (account.password().initial() || rules.isExpired(account, now)) {
      return Pending.CHANGE_PASSWORD;
    }
    Account.SecondFactor factor = account.secondFactor();
    boolean isDue = factor.dueAt() != null && !now.isBefore(factor.dueAt());
    return isDue && secondFactors.isLacking(account, posts) ? Pending.ADD_SECOND_FACTOR : null;
  }

  private static SignedIn signedIn(
      Account account, List<HeldPost> posts, Long session, Pending pending, Origin from) {
    return new SignedIn(
        account.id(),
        account.name(),
        account.displayName(),
        account.demonstration(),
        new Viewer(account.name(), posts, from.address()),
        session,
        pending,
        false);
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.liangpai.shared.NamedStatement;

/**
 * Counts failures to sign in to one account: at each place on its own, so that guessing stops there
 * and nowhere else, and at all places together where the account was never signed in, so that
 * guessing from many addresses is slowed down, and stopped there, as well.
 */
@ApplicationScoped
class AccountFailures {

  /** Acts that ask whoever is signed in for the password once more. */
  static final SignInPlace OWN_ACCOUNT = new SignInPlace("own account", true, true);

  private static final String UNFAMILIAR = "";
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int FREE = 10;
  private static final int LONGEST_NAME = 64;
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private final Clock clock;

  AccountFailures(Clock clock) {
    this.clock = clock;
  }

  /** By what failures on an account, or on a name that nobody has, are counted. */
  static String key(String name) {
    String key = AccountName.key(name);
    return key.substring(0, Math.min(LONGEST_NAME, key.length()));
  }

  /**
   * Whether nobody is let in there at present, whatever they know. An address at which the account
   * was signed in before is slowed down instead: others share it, and their tries must not keep its
   * holder out. Whoever guesses codes has the password already, and is stopped there as well.
   */
  boolean isLocked(Connection connection, String key, Factor factor, SignInPlace place)
      throws SQLException {
    return NamedStatement.of(
            """
            SELECT 1 FROM account_failure WHERE name_key = :key AND factor = :factor AND locked_until > :now
              AND (place = :place AND (:browser OR NOT :familiar OR factor = 'CODE') OR place = :unfamiliar AND NOT :familiar)
            """)
        .with("key", key)
        .with("factor", factor.name())
        .with("now", Accounts.at(clock.instant()))
        .with("place", place.key())
        .with("unfamiliar", UNFAMILIAR)
        .with("familiar", place.familiar())
        .with("browser", place.browser())
        .list(connection, row -> true)
        .contains(true);
  }

  /**
   * How long an attempt has to wait: the longer, the more has failed at unfamiliar places; and at
   * an address that would be locked if the account had never been signed in there.
   */
  Duration delay(Connection connection, String key, SignInPlace place) throws SQLException {
    if (place.familiar()) {
      return !place.browser() && hasFailed(connection, key, place) ? LONGEST : Duration.ZERO;
    }
    int failures =
        NamedStatement.of(
                """
                SELECT failures FROM account_failure
                WHERE name_key = :key AND factor = 'PASSWORD' AND place = :place AND since > :start
                """)
            .with("key", key)
            .with("place", UNFAMILIAR)
            .with("start", Accounts.at(clock.instant().minus(WINDOW)))
            .list(connection, row -> row.getInt(1))
            .stream()
            .findFirst()
            .orElse(0);
    Duration delay = STEP.multipliedBy(Math.max(0, failures - FREE + 1));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  private boolean hasFailed(Connection connection, String key, SignInPlace place)
      throws SQLException {
    return NamedStatement.of(
            "SELECT 1 FROM account_failure WHERE name_key = :key AND factor = 'PASSWORD'"
                + " AND place = :place AND locked_until > :now")
        .with("key", key)
        .with("place", place.key())
        .with("now", Accounts.at(clock.instant()))
        .list(connection, row -> true)
        .contains(true);
  }

  /** Counts one; gives until when the place is locked by it, if it is. */
  Optional<Instant> count(Connection connection, String key, Factor factor, SignInPlace place)
      throws SQLException {
    boolean isLocked = count(connection, key, factor, place.key(), FORGOTTEN, Factor.AT_ONE_PLACE);
    if (!place.familiar()) {
      isLocked |= count(connection, key, factor, UNFAMILIAR, WINDOW, factor.atUnfamiliarPlaces());
    }
    clean(connection);
    return isLocked ? Optional.of(clock.instant().plus(Factor.LOCKED)) : Optional.empty();
  }

  /** Somebody proved it there: what failed before was theirs. */
  void forget(Connection connection, String key, Factor factor, SignInPlace place)
      throws SQLException {
    NamedStatement.of(
            "DELETE FROM account_failure WHERE name_key = :key AND factor = :factor AND place = :place")
        .with("key", key)
        .with("factor", factor.name())
        .with("place", place.key())
        .execute(connection);
  }

  /** Lets everybody try again at once. */
  static void forgetAll(Connection connection, String key) throws SQLException {
    NamedStatement.of("DELETE FROM account_failure WHERE name_key = :key")
        .with("key", key)
        .execute(connection);
  }

  private boolean count(
      Connection connection, String key, Factor factor, String place, Duration within, int most)
      throws SQLException {
    Instant now = clock.instant();
    return NamedStatement.of(
            """
            INSERT INTO account_failure AS f (name_key, factor, place, failures, since)
            VALUES (:key, :factor, :place, 1, :now)
            ON CONFLICT ON CONSTRAINT pk_account_failure DO UPDATE SET
              failures = CASE WHEN f.since <= :start THEN 1 ELSE f.failures % :most + 1 END,
              since = CASE WHEN f.since <= :start OR f.failures >= :most THEN excluded.since ELSE f.since END,
              locked_until = CASE WHEN f.since > :start AND f.failures % :most + 1 >= :most
                THEN CAST(:until AS timestamptz) ELSE f.locked_until END
            RETURNING failures >= :most
            """)
        .with("key", key)
        .with("factor", factor.name())
        .with("place", place)
        .with("now", Accounts.at(now))
        .with("start", Accounts.at(now.minus(within)))
        .with("most", most)
        .with("until", Accounts.at(now.plus(Factor.LOCKED)))
        .list(connection, row -> row.getBoolean(1))
        .contains(true);
  }

  /** Names that nobody has are counted as well, and must not stay. */
  private void clean(Connection connection) throws SQLException {
    NamedStatement.of(
            """
            DELETE FROM account_failure WHERE (name_key, factor, place) IN (
              SELECT name_key, factor, place FROM account_failure WHERE since <= :start
              LIMIT 100 FOR UPDATE SKIP LOCKED)
            """)
        .with("start", Accounts.at(clock.instant().minus(FORGOTTEN)))
        .execute(connection);
  }
}

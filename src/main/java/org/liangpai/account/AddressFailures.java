package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.liangpai.shared.NamedStatement;

/** Counts failures to sign in by address: from some on they are slowed down, then turned away. */
@ApplicationScoped
class AddressFailures {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final int FREE = 10;
  private static final int MOST = 100;
  private static final Duration STEP = Duration.ofMillis(100);
  private static final Duration LONGEST = Duration.ofSeconds(3);

  private record Failures(int number, Instant since) {}

  private final Clock clock;

  AddressFailures(Clock clock) {
    this.clock = clock;
  }

  /** How long an attempt from this address has to wait. */
  Duration delay(Connection connection, String address) throws SQLException {
    int over = of(connection, address).number() - FREE;
    Duration delay = STEP.multipliedBy(Math.max(0, over + 1));
    return delay.compareTo(LONGEST) > 0 ? LONGEST : delay;
  }

  /** Turns the address away after too many failures. */
  void check(Connection connection, String address) throws SQLException {
    Failures failures = of(connection, address);
    if (failures.number() > MOST) {
      throw SignInRefused.tooMany(Duration.between(clock.instant(), failures.since().plus(WINDOW)));
    }
  }

  void count(Connection connection, String address) throws SQLException {
    Instant now = clock.instant();
    NamedStatement.of(
            """
            INSERT INTO sign_in_failure (address, failures, since) VALUES (:address, 1, :now)
            ON CONFLICT (address) DO UPDATE SET
              failures = CASE WHEN sign_in_failure.since <= :start THEN 1 ELSE sign_in_failure.failures + 1 END,
              since = CASE WHEN sign_in_failure.since <= :start THEN excluded.since ELSE sign_in_failure.since END
            """)
        .with("address", address)
        .with("now", Accounts.at(now))
        .with("start", Accounts.at(now.minus(WINDOW)))
        .execute(connection);
    NamedStatement.of(
            """
            DELETE FROM sign_in_failure WHERE address IN (
              SELECT address FROM sign_in_failure WHERE since <= :start LIMIT 100 FOR UPDATE SKIP LOCKED)
            """)
        .with("start", Accounts.at(now.minus(WINDOW)))
        .execute(connection);
  }

  private Failures of(Connection connection, String address) throws SQLException {
    List<Failures> found =
        NamedStatement.of(
                "SELECT failures, since FROM sign_in_failure WHERE address = :address AND since > :start")
            .with("address", address)
            .with("start", Accounts.at(clock.instant().minus(WINDOW)))
            .list(connection, row -> new Failures(row.getInt(1), Accounts.instant(row, 2)));
    return found.isEmpty() ? new Failures(0, clock.instant()) : found.get(0);
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Origin;
import org.liangpai.shared.ServiceCookie;
import org.liangpai.shared.Transactions;

/** The sessions of those who signed in on a page; the browser has a token, the service its hash. */
@ApplicationScoped
public class Sessions {

  /** The cookie with the token, on plain HTTP. */
  public static final String COOKIE = ServiceCookie.SESSION.plainName();

  private static final int AGENT = 200;

  /** A session that was just opened. */
  record Begun(long id, String token) {

    @Override
    public String toString() {
      return "session " + id;
    }
  }

  private record Found(long id, Account account) {}

  private final Transactions transactions;
  private final Admission admission;
  private final Duration idle;
  private final Duration longest;
  private final Clock clock;

  Sessions(
      Transactions transactions,
      Admission admission,
      @ConfigProperty(name = "liangpai.session.idle", defaultValue = "PT10M") Duration idle,
      @ConfigProperty(name = "liangpai.session.longest", defaultValue = "PT12H") Duration longest,
      Clock clock) {
    this.transactions = transactions;
    this.admission = admission;
    this.idle = idle;
    this.longest = longest;
    this.clock = clock;
  }

  /** Whose session a token is of, if it has not ended; being asked keeps it from idling. */
  public Optional<SignedIn> of(String token, Origin from) {
    return transactions.call(
        connection -> {
          Optional<Found> found = touched(connection, token);
          return found.isEmpty()
              ? Optional.empty()
              : Optional.of(
                  admission.bySession(connection, found.get().account(), found.get().id(), from));
        });
  }

  /**
   * Whose session a token was of, also if it has run out; that lets nobody in. One that was ended
   * on purpose is nobody's: whoever still has its token is not its holder.
   */
  public Optional<String> lastOf(String token) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    "SELECT a.name FROM session s JOIN account a ON a.id = s.account_id"
                        + " WHERE s.token_hash = :hash AND s.ended_by IS NULL")
                .with("hash", Secrets.hash(token))
                .list(connection, row -> row.getString(1))
                .stream()
                .findFirst());
  }

  Begun begin(Connection connection, Account account, Origin from) throws SQLException {
    String token = Secrets.random();
    Instant now = clock.instant();
    String agent = from.agent();
    long id =
        NamedStatement.of(
                """
                INSERT INTO session (token_hash, account_id, opened_at, proven_at, last_seen_at, ends_at, address, agent)
                VALUES (:hash, :account, :now, :now, :now, :ends, :address, :agent) RETURNING id
                """)
            .with("hash", Secrets.hash(token))
            .with("account", account.id())
            .with("now", Accounts.at(now))
            .with("ends", Accounts.at(now.plus(longest)))
            .with("address", from.address())
            .with(
                "agent", agent == null ? null : agent.substring(0, Math.min(AGENT, agent.length())))
            .list(connection, row -> row.getLong(1))
            .get(0);
    return new Begun(id, token);
  }

  /** Since when a session has to have been seen, not to be idle. */
  Instant idleBefore() {
    return clock.instant().minus(idle);
  }

  private Optional<Found> touched(Connection connection, String token) throws SQLException {
    return NamedStatement.of(
            "UPDATE session s SET last_seen_at = :now FROM account a"
                + " WHERE s.token_hash = :hash AND s.ended_at IS NULL AND s.last_seen_at > :idle"
                + " AND s.ends_at > :now AND a.id = s.account_id AND a.status = 'ACTIVE' RETURNING "
                + Accounts.COLUMNS
                + ", s.id")
        .with("hash", Secrets.hash(token))
        .with("now", Accounts.at(clock.instant()))
        .with("idle", Accounts.at(idleBefore()))
        .list(connection, row -> new Found(row.getLong(15), Accounts.row(row)))
        .stream()
        .findFirst();
  }
}

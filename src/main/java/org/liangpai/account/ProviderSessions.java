package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Where sessions also end at the identity provider; kept no longer than they last. */
@ApplicationScoped
public class ProviderSessions {

  private final Transactions transactions;
  private final Sessions sessions;
  private final Clock clock;

  ProviderSessions(Transactions transactions, Sessions sessions, Clock clock) {
    this.transactions = transactions;
    this.sessions = sessions;
    this.clock = clock;
  }

  /** The address at which the session of a person also ends at the provider, given once. */
  public Optional<String> leave(SignedIn signedIn) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    "DELETE FROM provider_session WHERE session_id = :id RETURNING sign_out_address")
                .with("id", signedIn.sessionId())
                .list(connection, row -> row.getString(1))
                .stream()
                .findFirst());
  }

  void remember(Connection connection, long session, String signOutAddress) throws SQLException {
    NamedStatement.of(
            """
            DELETE FROM provider_session p USING session s WHERE s.id = p.session_id
              AND (s.ended_at IS NOT NULL OR s.ends_at <= :now OR s.last_seen_at <= :idle)
            """)
        .with("now", Accounts.at(clock.instant()))
        .with("idle", Accounts.at(sessions.idleBefore()))
        .execute(connection);
    if (signOutAddress == null) {
      return;
    }
    NamedStatement.of(
            "INSERT INTO provider_session (session_id, sign_out_address) VALUES (:id, :address)")
        .with("id", session)
        .with("address", signOutAddress)
        .execute(connection);
  }
}

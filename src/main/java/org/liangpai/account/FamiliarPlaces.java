package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Origin;

/** The places where accounts were signed in: failures elsewhere count for nothing there. */
@ApplicationScoped
class FamiliarPlaces {

  private static final Duration FOR = Duration.ofDays(90);

  /** So often at most it is written that somebody is there again. */
  private static final Duration STEP = Duration.ofHours(1);

  private static final String ADDRESS = "address ";
  private static final String BROWSER = "browser ";

  private final Clock clock;

  FamiliarPlaces(Clock clock) {
    this.clock = clock;
  }

  /** The place of an attempt on an account. */
  SignInPlace of(Connection connection, long account, Origin from) throws SQLException {
    List<String> familiar =
        NamedStatement.of(
                """
                SELECT place FROM familiar_place
                WHERE account_id = :account AND place = ANY (:places) AND last_at > :since
                """)
            .with("account", account)
            .with("places", places(from).toArray(String[]::new))
            .with("since", Accounts.at(clock.instant().minus(FOR)))
            .list(connection, row -> row.getString(1));
    return familiar.stream()
        .filter(place -> place.startsWith(BROWSER))
        .findFirst()
        .map(browser -> new SignInPlace(browser, true, true))
        .orElseGet(() -> new SignInPlace(ADDRESS + from.address(), false, !familiar.isEmpty()));
  }

  /** The place of an attempt on an account that there is not. */
  SignInPlace ofNobody(Origin from) {
    return new SignInPlace(ADDRESS + from.address(), false, false);
  }

  /** The account was signed in there. */
  void remember(Connection connection, long account, Origin from) throws SQLException {
    Instant now = clock.instant();
    for (String place : places(from)) {
      NamedStatement.of(
              """
              INSERT INTO familiar_place (account_id, place, last_at) VALUES (:account, :place, :now)
              ON CONFLICT ON CONSTRAINT pk_familiar_place DO UPDATE SET last_at = excluded.last_at
                WHERE familiar_place.last_at < :before
              """)
          .with("account", account)
          .with("place", place)
          .with("now", Accounts.at(now))
          .with("before", Accounts.at(now.minus(STEP)))
          .execute(connection);
    }
    NamedStatement.of(
            "DELETE FROM familiar_place WHERE account_id = :account AND last_at <= :since")
        .with("account", account)
        .with("since", Accounts.at(now.minus(FOR)))
        .execute(connection);
  }

  private static List<String> places(Origin from) {
    String address = ADDRESS + from.address();
    return from.browser() == null
        ? List.of(address)
        : List.of(address, BROWSER + HexFormat.of().formatHex(Secrets.hash(from.browser())));
  }
}

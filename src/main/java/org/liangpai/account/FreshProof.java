package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Whether it is the holder who asks, and not somebody who found the browser open: the password, or
 * a code of the second factor, was given a short time ago.
 */
@ApplicationScoped
public class FreshProof {

  private static final Duration FOR = Duration.ofMinutes(10);

  private final Transactions transactions;
  private final OwnAccount own;
  private final Clock clock;

  FreshProof(Transactions transactions, OwnAccount own, Clock clock) {
    this.transactions = transactions;
    this.own = own;
    this.clock = clock;
  }

  /** Whether nothing has to be asked for: HTTP Basic brings the password with each request. */
  public boolean isFresh(SignedIn signedIn) {
    return signedIn != null
        && !signedIn.byToken()
        && (signedIn.sessionId() == null
            || transactions.call(connection -> isFresh(connection, signedIn.sessionId())));
  }

  /**
   * Lets pass whoever gave the password a short time ago or gives it now.
   *
   * @param password the present one, if it was asked for
   * @throws SignInRefused if an access token asks
   */
  void check(SignedIn signedIn, String password) {
    if (signedIn == null || signedIn.byToken()) {
      throw SignInRefused.tokenNotEnough();
    }
    if (isFresh(signedIn)) {
      return;
    }
    if (password == null || password.isEmpty()) {
      throw new Invalid("present", "登录已超过" + FOR.toMinutes() + "分钟，请再输入一次现在的密码");
    }
    own.proven("present", password);
    transactions.call(
        connection ->
            NamedStatement.of("UPDATE session SET proven_at = :now WHERE id = :id")
                .with("now", Accounts.at(clock.instant()))
                .with("id", signedIn.sessionId())
                .execute(connection));
  }

  private boolean isFresh(Connection connection, long session) throws SQLException {
    Instant since = clock.instant().minus(FOR);
    List<Boolean> fresh =
        NamedStatement.of("SELECT proven_at > :since FROM session WHERE id = :id")
            .with("since", Accounts.at(since))
            .with("id", session)
            .list(connection, row -> row.getBoolean(1));
    return fresh.contains(true);
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.Reach;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Origin;
import org.liangpai.shared.Transactions;

/** Lets programs in by the personal access token (访问令牌) of an account. */
@ApplicationScoped
public class AccessTokens {

  /** How every token begins, so that one that got lost is recognised. */
  public static final String PREFIX = "lp_";

  private record Used(Account account, Reach reach) {}

  private final Transactions transactions;
  private final AddressFailures addresses;
  private final Admission admission;
  private final Auditing auditing;
  private final Clock clock;

  AccessTokens(
      Transactions transactions,
      AddressFailures addresses,
      Admission admission,
      Auditing auditing,
      Clock clock) {
    this.transactions = transactions;
    this.addresses = addresses;
    this.admission = admission;
    this.auditing = auditing;
    this.clock = clock;
  }

  /**
   * Whose token it is.
   *
   * @throws SignInRefused if it is of nobody, has expired or was revoked, or if the account has
   *     something to do first
   */
  public SignedIn authenticate(String token, Origin from) {
    Optional<SignedIn> found =
        transactions.call(
            connection -> {
              Optional<Used> used = used(connection, token);
              if (used.isEmpty()) {
                addresses.check(connection, from.address());
                addresses.count(connection, from.address());
                auditing.record(
                    connection,
                    new Viewer("", List.of(), from.address()),
                    Entry.of(Act.SIGN_IN_FAILED, ObjectKind.TOKEN, "（无效的令牌）"));
                return Optional.empty();
              }
              return Optional.of(
                  admission.byToken(connection, used.get().account(), used.get().reach(), from));
            });
    return found.orElseThrow(SignInRefused::tokenFailed);
  }

  private Optional<Used> used(Connection connection, String token) throws SQLException {
    return NamedStatement.of(
            "UPDATE access_token t SET last_used_at = :now FROM account a"
                + " WHERE t.token_hash = :hash AND t.revoked_at IS NULL AND t.expires_at > :now"
                + " AND a.id = t.account_id AND a.status = 'ACTIVE' RETURNING "
                + Accounts.COLUMNS
                + ", t.reach, t.permissions")
        .with("hash", Secrets.hash(token))
        .with("now", Accounts.at(clock.instant()))
        .list(connection, row -> new Used(Accounts.row(row), TokenReach.of(row)))
        .stream()
        .findFirst();
  }
}

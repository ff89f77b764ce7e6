package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.PermissionNames;
import org.liangpai.security.Permissions;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/**
 * Issues access tokens to whoever asks in person: limited to reading or to named permissions, and
 * few, so that each of them is known.
 */
@ApplicationScoped
public class IssuingTokens {

  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;
  private static final int LONGEST_NAME = 100;
  private static final int MOST_LIVING = 10;

  /** A stolen token must not be the second person. */
  private static final Set<String> IN_PERSON = Set.of(Permissions.CONFIRM_ADMINISTRATORS);

  private final Transactions transactions;
  private final OwnAccount own;
  private final FreshProof proof;
  private final Auditing auditing;
  private final TellingHolders holders;
  private final CurrentViewer viewer;
  private final Clock clock;

  IssuingTokens(
      Transactions transactions,
      OwnAccount own,
      FreshProof proof,
      Auditing auditing,
      TellingHolders holders,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.own = own;
    this.proof = proof;
    this.auditing = auditing;
    this.holders = holders;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** A new token; it is shown this once. */
  public record Issued(TokenView view, String token) {

    @Override
    public String toString() {
      return view.toString();
    }
  }

  /** The permissions that a token of the viewer can be limited to; some acts are done in person. */
  public List<String> grantable() {
    return PermissionNames.all().stream()
        .filter(one -> viewer.viewer().may(one) && !IN_PERSON.contains(one))
        .toList();
  }

  /**
   * Issues one.
   *
   * @param password the present one, where the session is not fresh any more
   * @throws SignInRefused if an access token asks
   */
  public Issued issue(NewToken asked, SignedIn signedIn, String password) {
    proof.check(signedIn, password);
    NewToken checked = checked(asked);
    String token = AccessTokens.PREFIX + Secrets.random();
    return transactions.call(
        connection -> {
          Account account = own.builtIn(connection);
          if (living(connection, account) >= MOST_LIVING) {
            throw AccountRefused.tooManyTokens(MOST_LIVING);
          }
          TokenView view = add(connection, account, checked, token);
          auditing.record(
              connection,
              List.of(
                  Entry.of(Act.TOKEN_ISSUED, ObjectKind.TOKEN, account.name() + " " + view.id())
                      .now(
                          Map.of(
                              "用途", view.name(),
                              "有效期至", checked.expiresOn().toString(),
                              "权限", told(view)))));
          holders.tell(
              connection,
              account.name(),
              AccountChange.TOKEN_ISSUED,
              view.name() + "，" + told(view) + "，有效期至" + checked.expiresOn());
          return new Issued(view, token);
        });
  }

  private NewToken checked(NewToken asked) {
    String name = asked.name() == null ? "" : asked.name().strip();
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw new Invalid("name", "请填写令牌的用途，不超过" + LONGEST_NAME + "字");
    }
    LocalDate today = LocalDate.now(clock);
    LocalDate last = asked.expiresOn() == null ? today.plusDays(USUAL_DAYS) : asked.expiresOn();
    if (last.isBefore(today) || last.isAfter(today.plusDays(MOST_DAYS))) {
      throw new Invalid(
          "expiresOn", "有效期至" + last + "不符合要求，应在" + today + "到" + today.plusDays(MOST_DAYS) + "之间");
    }
    return new NewToken(name, last, permissions(asked.permissions()));
  }

  private List<String> permissions(List<String> asked) {
    if (asked == null) {
      return null;
    }
    List<String> grantable = grantable();
    if (asked.isEmpty()) {
      throw new Invalid("permissions", "请选择令牌可以使用的权限，或者选只读");
    }
    List<String> others = new ArrayList<>(asked);
    others.removeAll(grantable);
    if (!others.isEmpty()) {
      throw new Invalid(
          "permissions",
          "令牌不能有权限“%s”，您的岗位可以选的有：%s".formatted(others.get(0), String.join("、", grantable)));
    }
    return List.copyOf(new TreeSet<>(asked));
  }

  private static String told(TokenView view) {
    return view.permissions().isEmpty()
        ? view.reach().label()
        : view.permissions().stream()
            .map(one -> PermissionNames.of(one).orElse(one))
            .collect(Collectors.joining("；"));
  }

  private long living(Connection connection, Account account) throws SQLException {
    return NamedStatement.of(
            """
            SELECT count(*) FROM access_token
            WHERE account_id = :account AND revoked_at IS NULL AND expires_at > :now
            """)
        .with("account", account.id())
        .with("now", Accounts.at(clock.instant()))
        .list(connection, row -> row.getLong(1))
        .get(0);
  }

  private TokenView add(Connection connection, Account account, NewToken asked, String token)
      throws SQLException {
    TokenReach reach = asked.permissions() == null ? TokenReach.READING : TokenReach.NAMED;
    return NamedStatement.of(
            """
            INSERT INTO access_token (token_hash, account_id, name, issued_at, expires_at, reach, permissions)
            VALUES (:hash, :account, :name, :now, :expires, :reach, CAST(:permissions AS text[]))
            RETURNING %s
            """
                .formatted(TokenView.COLUMNS))
        .with("hash", Secrets.hash(token))
        .with("account", account.id())
        .with("name", asked.name())
        .with("now", Accounts.at(clock.instant()))
        .with(
            "expires",
            asked.expiresOn().plusDays(1).atStartOfDay(clock.getZone()).toOffsetDateTime())
        .with("reach", reach.name())
        .with(
            "permissions",
            asked.permissions() == null ? null : asked.permissions().toArray(String[]::new))
        .list(connection, TokenView::of)
        .get(0);
  }
}

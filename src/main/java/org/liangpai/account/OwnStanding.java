package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** What somebody should know of their own account: the posts by name, and what will be due. */
@ApplicationScoped
public class OwnStanding {

  private static final Duration SOON = Duration.ofDays(14);

  private static final String NAMES =
      """
      SELECT unit_code, unit_name FROM unit WHERE unit_code = ANY (:codes)
      UNION ALL SELECT branch_code, branch_name FROM branch WHERE branch_code = ANY (:codes)
      """;

  private final Transactions transactions;
  private final PasswordRules rules;
  private final SecondFactorRule secondFactors;
  private final CurrentViewer current;
  private final Clock clock;

  OwnStanding(
      Transactions transactions,
      PasswordRules rules,
      SecondFactorRule secondFactors,
      CurrentViewer current,
      Clock clock) {
    this.secondFactors = secondFactors;
    this.transactions = transactions;
    this.rules = rules;
    this.current = current;
    this.clock = clock;
  }

  /**
   * What is due on an account.
   *
   * @param passwordExpiresAt when the password has to be changed, if that is soon; else {@code
   *     null}
   * @param secondFactorDueAt when somebody has to have a second factor, if they have none; else
   *     {@code null}
   */
  public record Due(Instant passwordExpiresAt, Instant secondFactorDueAt) {

    /** Nothing. */
    public static final Due NOTHING = new Due(null, null);
  }

  /** The posts of a viewer with the names of their places, such as 支部书记（示例村党支部）. */
  public List<String> posts(Viewer viewer) {
    String[] codes =
        viewer.posts().stream().map(HeldPost::code).filter(Objects::nonNull).toArray(String[]::new);
    Map<String, String> names = new HashMap<>();
    if (codes.length > 0) {
      // On pages of one's own there is no scope, yet everybody may read where their post is.
      current.asService(() -> transactions.call(connection -> read(connection, codes, names)));
    }
    return viewer.posts().stream().map(post -> text(post, names)).toList();
  }

  /** What is due on the account of somebody. */
  public Due due(SignedIn signedIn) {
    return transactions.call(
        connection ->
            Accounts.named(connection, signedIn.account())
                .map(account -> due(account, signedIn.viewer()))
                .orElse(Due.NOTHING));
  }

  private Due due(Account account, Viewer viewer) {
    Instant expiresAt = rules.expiresAt(account).orElse(null);
    boolean isSoon = expiresAt != null && clock.instant().plus(SOON).isAfter(expiresAt);
    boolean lacksFactor = secondFactors.isLacking(account, viewer.posts());
    return new Due(isSoon ? expiresAt : null, lacksFactor ? account.secondFactor().dueAt() : null);
  }

  private static Void read(Connection connection, String[] codes, Map<String, String> names)
      throws SQLException {
    NamedStatement.of(NAMES)
        .with("codes", codes)
        .each(connection, row -> names.put(row.getString(1), row.getString(2)));
    return null;
  }

  private static String text(HeldPost post, Map<String, String> names) {
    String label = post.role().label();
    return post.code() == null
        ? label
        : label + "（" + names.getOrDefault(post.code(), post.code()) + "）";
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Puts accounts into posts. */
@ApplicationScoped
public class AssigningPosts {

  private final Transactions transactions;
  private final AskingSecondAdministrator second;
  private final Auditing auditing;
  private final TellingHolders holders;
  private final CurrentViewer viewer;
  private final Clock clock;

  AssigningPosts(
      Transactions transactions,
      AskingSecondAdministrator second,
      Auditing auditing,
      TellingHolders holders,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.second = second;
    this.auditing = auditing;
    this.holders = holders;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * What became of a post that was to be assigned.
   *
   * @param post its id, or {@code null} if it waits
   * @param request the id of what a second administrator has to confirm first, or {@code null}
   */
  public record Assigned(Long post, Long request) {}

  /** Assigns a post. Whoever is in a post already stays in it. */
  public Assigned assign(NewPost post) {
    PostPlace.checkSeat(post);
    checkDays(post);
    try {
      return transactions.call(connection -> assign(connection, post));
    } catch (DatabaseFault fault) {
      throw refusal(post, fault);
    }
  }

  private void checkDays(NewPost post) {
    LocalDate today = LocalDate.now(clock);
    if (post.from() != null && post.from().isBefore(today)) {
      throw new Invalid("from", "任职起始日" + post.from() + "已经过去，应为今天（" + today + "）或以后");
    }
    LocalDate from = post.from() == null ? today : post.from();
    if (post.to() != null && post.to().isBefore(from)) {
      throw new Invalid("to", "任职截止日" + post.to() + "早于起始日" + from);
    }
  }

  private Assigned assign(Connection connection, NewPost post) throws SQLException {
    Account account =
        Accounts.locked(connection, post.account())
            .orElseThrow(() -> new Invalid("account", "没有账号“" + post.account() + "”"));
    if (account.name().equals(viewer.account())) {
      throw AccountRefused.own();
    }
    if (account.status() == AccountStatus.DEACTIVATED) {
      throw AccountRefused.deactivated(account.name());
    }
    PostPlace.checkLevel(connection, post);
    if (post.role().isAdministrator()) {
      checkPossible(connection, account, post);
      return new Assigned(null, second.ask(connection, account, Wanted.post(post, from(post))));
    }
    return new Assigned(assign(connection, account, post), null);
  }

  /** Assigns a post to an account that may have it. */
  long assign(Connection connection, Account account, NewPost post) throws SQLException {
    LocalDate from = from(post);
    long id = add(connection, account.id(), post, from, viewer.account(), clock.instant(), false);
    auditing.record(connection, List.of(assigned(id, account.name(), post, from)));
    holders.tell(connection, account.name(), AccountChange.POST_ASSIGNED, PostPlace.told(post));
    return id;
  }

  /** What the database refuses is told now, not when it is confirmed. */
  private void checkPossible(Connection connection, Account account, NewPost post)
      throws SQLException {
    Savepoint before = connection.setSavepoint();
    add(connection, account.id(), post, from(post), viewer.account(), clock.instant(), false);
    connection.rollback(before);
  }

  private LocalDate from(NewPost post) {
    return post.from() == null ? LocalDate.now(clock) : post.from();
  }

  /** The entry of the trail for a post that was assigned. */
  static Entry assigned(long id, String account, NewPost post, LocalDate from) {
    return Entry.of(Act.POST_ASSIGNED, ObjectKind.POST, id)
        .now(
            Map.of(
                "账号", account,
                "岗位", post.role().name(),
                "地点", PostPlace.text(post),
                "起", from.toString(),
                "止", post.to() == null ? "" : post.to().toString()));
  }

  /** Adds a post; {@code provided} if it is the identity provider's to end. */
  static long add(
      Connection connection,
      long account,
      NewPost post,
      LocalDate from,
      String by,
      Instant at,
      boolean provided)
      throws SQLException {
    return NamedStatement.of(
            """
            INSERT INTO post (account_id, role, unit_code, branch_code, from_on, to_on, assigned_at, assigned_by,
                provided)
            VALUES (:account, :role, :unit, :branch, :from, CAST(:to AS date), :at, :by, :provided) RETURNING id
            """)
        .with("account", account)
        .with("role", post.role().name())
        .with("unit", post.unitCode())
        .with("branch", post.branchCode())
        .with("from", from)
        .with("to", post.to())
        .with("at", Accounts.at(at))
        .with("by", by)
        .with("provided", provided)
        .list(connection, row -> row.getLong(1))
        .get(0);
  }

  /** The refusal of a post that another one has made impossible since it was asked for. */
  static RuntimeException apart(DatabaseFault fault) {
    return refusal(new NewPost("该账号", null, null, null, null, null), fault);
  }

  private static RuntimeException refusal(NewPost post, DatabaseFault fault) {
    return switch (Violation.constraint(fault)) {
      case "fk_post_branch" -> new Invalid("branchCode", "没有支部“" + post.branchCode() + "”");
      case "fk_post_unit" -> new Invalid("unitCode", "没有党组织“" + post.unitCode() + "”");
      case "ex_post_administrator" -> AccountRefused.administratorsApart(post.account());
      case "ex_post_rules" -> AccountRefused.rulesApart(post.account());
      case "uq_post" -> AccountRefused.postHeld(post.account());
      default -> fault;
    };
  }
}

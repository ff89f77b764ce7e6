package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.Role;
import org.liangpai.security.Viewer;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;

/**
 * Keeps the posts on file as the identity provider says. Posts that the security administrator
 * assigned are not the provider's to end, and administrators are not its to make or to end.
 */
@ApplicationScoped
class ProvidedPosts {

  private static final String REASON = "统一身份认证不再给出这个岗位";

  private record Held(long id, NewPost post, boolean provided) {}

  private final Auditing auditing;
  private final TellingHolders holders;
  private final Clock clock;

  ProvidedPosts(Auditing auditing, TellingHolders holders, Clock clock) {
    this.auditing = auditing;
    this.holders = holders;
    this.clock = clock;
  }

  /** Ends what the provider gave and gives no more, then adds what is new. */
  void keep(Connection connection, Account account, Set<NewPost> said, Viewer by)
      throws SQLException {
    List<Held> held = held(connection, account);
    for (Held one : held) {
      if (one.provided() && !one.post().role().isAdministrator() && !said.contains(one.post())) {
        end(connection, one, by);
      }
    }
    for (NewPost post : said) {
      if (held.stream().noneMatch(one -> one.post().equals(post))) {
        checkNoAdministrator(post);
        add(connection, account, post, by);
      }
    }
  }

  private static void checkNoAdministrator(NewPost post) {
    if (post.role().isAdministrator()) {
      throw new Invalid(
          "posts", "三员分立：" + post.role().label() + "不能由统一身份认证给出，须在本系统由一名管理员申请、另一类管理员确认任命");
    }
  }

  private List<Held> held(Connection connection, Account account) throws SQLException {
    return NamedStatement.of(
            """
            SELECT id, role, unit_code, branch_code, provided FROM post
            WHERE account_id = :account AND ended_at IS NULL AND from_on <= :today
              AND (to_on IS NULL OR to_on >= :today)
            ORDER BY id
            """)
        .with("account", account.id())
        .with("today", LocalDate.now(clock))
        .list(connection, row -> held(row, account.name()));
  }

  private static Held held(ResultSet row, String account) throws SQLException {
    return new Held(
        row.getLong(1),
        new NewPost(
            account,
            Role.valueOf(row.getString(2)),
            row.getString(3),
            row.getString(4),
            null,
            null),
        row.getBoolean(5));
  }

  private void end(Connection connection, Held held, Viewer by) throws SQLException {
    LocalDate today = LocalDate.now(clock);
    NamedStatement.of(
            """
            UPDATE post SET to_on = :today, end_reason = :reason, ended_at = :at, ended_by = :by
            WHERE id = :id
            """)
        .with("today", today)
        .with("reason", REASON)
        .with("at", Accounts.at(clock.instant()))
        .with("by", by.account())
        .with("id", held.id())
        .execute(connection);
    Map<String, String> account = Map.of("账号", held.post().account());
    auditing.record(
        connection,
        by,
        Entry.of(Act.POST_ENDED, ObjectKind.POST, held.id())
            .changed(account, Map.of("账号", held.post().account(), "止", today.toString()))
            .because(REASON));
    tell(connection, held.post(), AccountChange.POST_ENDED, by);
  }

  private void add(Connection connection, Account account, NewPost post, Viewer by)
      throws SQLException {
    LocalDate today = LocalDate.now(clock);
    long id =
        AssigningPosts.add(
            connection, account.id(), post, today, by.account(), clock.instant(), true);
    auditing.record(connection, by, AssigningPosts.assigned(id, account.name(), post, today));
    tell(connection, post, AccountChange.POST_ASSIGNED, by);
  }

  private void tell(Connection connection, NewPost post, AccountChange change, Viewer by)
      throws SQLException {
    holders.tell(connection, post.account(), change, PostPlace.told(post), by.account());
  }
}

package org.liangpai.account;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Role;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Ends posts: at once, or with a day to come. What was, stays on file. */
@ApplicationScoped
public class EndingPosts {

  private record Held(NewPost post, boolean hasEnded, long account) {}

  private final Transactions transactions;
  private final AskingSecondAdministrator second;
  private final Auditing auditing;
  private final TellingHolders holders;
  private final CurrentViewer viewer;
  private final Clock clock;

  EndingPosts(
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
   * Ends a post.
   *
   * @param on its last day; today, or {@code null}, ends it at once
   * @return the id of what a second administrator has to confirm first; empty if it was done
   */
  public Optional<Long> end(long id, LocalDate on, String reason) {
    return transactions.call(
        connection -> {
          Held held = locked(connection, id);
          Role role = held.post().role();
          if (!role.isAdministrator()) {
            end(connection, id, on, reason);
            return Optional.empty();
          }
          checkEndable(connection, id, held, on);
          Account holder = Accounts.locked(connection, held.post().account()).orElseThrow();
          return Optional.of(second.ask(connection, holder, Wanted.end(id, role, on, reason)));
        });
  }

  void end(Connection connection, long id, LocalDate on, String reason) throws SQLException {
    Held held = locked(connection, id);
    NewPost post = held.post();
    checkEndable(connection, id, held, on);
    LocalDate today = LocalDate.now(clock);
    boolean atOnce = on == null || on.equals(today);
    LocalDate last = atOnce ? today : on;
    if (last.isBefore(post.from())) {
      last = post.from();
    }
    NamedStatement.of(
            """
            UPDATE post SET to_on = :last, end_reason = :reason,
              ended_at = CAST(:at AS timestamptz), ended_by = :by WHERE id = :id
            """)
        .with("last", last)
        .with("reason", reason)
        .with("at", atOnce ? Accounts.at(clock.instant()) : null)
        .with("by", atOnce ? viewer.account() : null)
        .with("id", id)
        .execute(connection);
    auditing.record(
        connection,
        List.of(
            Entry.of(Act.POST_ENDED, ObjectKind.POST, id)
                .changed(
                    Map.of("账号", post.account(), "止", post.to() == null ? "" : "" + post.to()),
                    Map.of("账号", post.account(), "止", last.toString()))
                .because(reason)));
    holders.tell(
        connection,
        post.account(),
        AccountChange.POST_ENDED,
        PostPlace.told(post) + "，最后一天" + last);
  }

  private void checkEndable(Connection connection, long id, Held held, LocalDate on)
      throws SQLException {
    NewPost post = held.post();
    LocalDate today = LocalDate.now(clock);
    if (held.hasEnded() || post.to() != null && post.to().isBefore(today)) {
      throw AccountRefused.postEnded(id);
    }
    if (on != null && !on.equals(today)) {
      check(post, on, today);
    }
    if (post.role().isAdministrator() && !post.from().isAfter(today)) {
      Administrators.checkAnotherRemains(
          connection, post.role(), held.account(), on == null ? today : on);
    }
  }

  private static void check(NewPost post, LocalDate on, LocalDate today) {
    if (on.isBefore(today)) {
      throw new Invalid("on", "结束日" + on + "已经过去，应为今天（" + today + "）或以后");
    }
    if (on.isBefore(post.from())) {
      throw new Invalid("on", "结束日" + on + "早于任职起始日" + post.from());
    }
    if (post.to() != null && on.isAfter(post.to())) {
      throw new Invalid("on", "结束日" + on + "晚于原定的任职截止日" + post.to() + "；要延长请另行任命");
    }
  }

  private static Held locked(Connection connection, long id) throws SQLException {
    return NamedStatement.of(
            """
            SELECT a.name, p.role, p.unit_code, p.branch_code, p.from_on, p.to_on, p.ended_at IS NOT NULL, a.id
            FROM post p JOIN account a ON a.id = p.account_id WHERE p.id = :id FOR UPDATE OF p
            """)
        .with("id", id)
        .list(
            connection,
            row ->
                new Held(
                    new NewPost(
                        row.getString(1),
                        Role.valueOf(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, LocalDate.class),
                        row.getObject(6, LocalDate.class)),
                    row.getBoolean(7),
                    row.getLong(8)))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("岗位", id));
  }
}

package org.liangpai.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.PathSegment;

/**
 * What is due where an account holds posts today. Whoever works on cards is told each item; county
 * and city are told how many there are on a day, as nobody reads a thousand entries.
 */
@ApplicationScoped
class DueDays {

  /** Whose duties the officers of a level verify: a committee's are verified by the unit above. */
  private static final Map<Role, String> VERIFIERS =
      Map.of(
          Role.COMMITTEE_OFFICER, "f.duty <> 'UNIT'",
          Role.COUNTY_OFFICER, "f.duty = 'UNIT' AND v.level = 'COUNTY'",
          Role.CITY_OFFICER, "f.duty = 'UNIT' AND (v.level = 'CITY' OR c.parent_code IS NULL)");

  private static final Set<Role> SUMMED_UP = EnumSet.of(Role.COUNTY_OFFICER, Role.CITY_OFFICER);

  private static final Set<Role> OFFICERS =
      EnumSet.of(Role.COMMITTEE_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER);

  /** More than fit into anybody's weeks; the days nearest by come first. */
  private static final int MOST = 500;

  /** A card of a unit is not shown to whoever sees only some of its branches. */
  private static final String OPEN_LINES =
      """
      FROM card_line l
      JOIN card c ON c.number = l.card_number
      JOIN branch b ON b.branch_code = l.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      WHERE l.open AND c.clock_stopped_on IS NULL AND (c.suspended_until IS NULL OR c.suspended_until < :today)
          AND (c.branch_code IS NOT NULL OR EXISTS (
              SELECT FROM unit holder WHERE holder.unit_code = c.unit_code%s)) %s
      """;

  private static final String POSTS =
      """
      SELECT p.role, p.unit_code, p.branch_code
      FROM account a, posts_in_force(a.id, :today) p WHERE a.name = :account AND a.status = 'ACTIVE'
      """;

  private record Post(Role role, Scope scope) {}

  private final Clock clock;

  DueDays(Clock clock) {
    this.clock = clock;
  }

  /** Of an account that is still in use. */
  List<DueEvent> of(Connection connection, String account) throws SQLException {
    LocalDate today = LocalDate.now(clock);
    List<Post> posts =
        NamedStatement.of(POSTS)
            .with("account", account)
            .with("today", today)
            .list(connection, DueDays::post);
    List<DueEvent> days = new ArrayList<>();
    Scope worked = scope(posts, false);
    Scope overseen = scope(posts, true);
    if (!worked.equals(Scope.NONE)) {
      days.addAll(lines(connection, worked, today));
      days.addAll(suspensions(connection, worked, today));
    }
    if (!overseen.equals(Scope.NONE)) {
      days.addAll(sums(connection, overseen, today));
    }
    for (Post post : posts) {
      if (VERIFIERS.containsKey(post.role())) {
        days.addAll(verifications(connection, post));
      }
    }
    days.addAll(DueAgreements.help(connection, offices(posts), MOST));
    days.addAll(DueAgreements.visits(connection, account, today, MOST));
    return days;
  }

  /** The units at which the account does the work of the office. */
  private static List<String> offices(List<Post> posts) {
    return posts.stream()
        .filter(post -> OFFICERS.contains(post.role()))
        .flatMap(post -> post.scope().units().stream())
        .toList();
  }

  private static Scope scope(List<Post> posts, boolean summedUp) {
    return Scope.union(
        posts.stream()
            .filter(post -> SUMMED_UP.contains(post.role()) == summedUp)
            .map(Post::scope)
            .toList());
  }

  private static List<DueEvent> lines(Connection connection, Scope scope, LocalDate today)
      throws SQLException {
    String sql = "SELECT l.id, l.due_on, l.due_provisional, l.item, c.number, b.branch_name ";
    return scope
        .bind(
            NamedStatement.of(
                sql
                    + openLines(scope)
                    + " ORDER BY abs(l.due_on - CAST(:today AS date)), l.id LIMIT :most"))
        .with("today", today)
        .with("most", MOST)
        .list(
            connection,
            row ->
                new DueEvent(
                    "line-" + row.getLong("id"),
                    row.getObject("due_on", LocalDate.class),
                    "整改到期：" + row.getString("branch_name") + " " + row.getString("item"),
                    "亮牌"
                        + row.getString("number")
                        + (row.getBoolean("due_provisional") ? "，到期日为暂定" : ""),
                    "/cards/" + PathSegment.of(row.getString("number"))));
  }

  private static List<DueEvent> suspensions(Connection connection, Scope scope, LocalDate today)
      throws SQLException {
    String sql =
        """
        SELECT c.number, c.suspended_until, coalesce(b.branch_name, u.unit_name) AS holder
        FROM card c
        LEFT JOIN branch b ON b.branch_code = c.branch_code
        JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
        WHERE c.suspended_until >= :today AND c.status NOT IN ('CLEARED', 'WITHDRAWN') %s LIMIT :most
        """
            .formatted(scope.condition("u.path", "c.branch_code"));
    return scope
        .bind(NamedStatement.of(sql))
        .with("today", today)
        .with("most", MOST)
        .list(
            connection,
            row ->
                new DueEvent(
                    "suspension-" + row.getString("number"),
                    row.getObject("suspended_until", LocalDate.class),
                    "挂账到期：" + row.getString("holder"),
                    "亮牌" + row.getString("number"),
                    "/cards/" + PathSegment.of(row.getString("number"))));
  }

  private static List<DueEvent> sums(Connection connection, Scope scope, LocalDate today)
      throws SQLException {
    String sql = "SELECT l.due_on, count(*) AS lines, count(DISTINCT l.branch_code) AS branches ";
    return scope
        .bind(
            NamedStatement.of(
                sql
                    + openLines(scope)
                    + " GROUP BY l.due_on ORDER BY abs(l.due_on - CAST(:today AS date)) LIMIT :most"))
        .with("today", today)
        .with("most", MOST)
        .list(
            connection,
            row -> {
              LocalDate day = row.getObject("due_on", LocalDate.class);
              return new DueEvent(
                  "due-" + day,
                  day,
                  "整改到期：%d项，涉及%d个支部".formatted(row.getInt("lines"), row.getInt("branches")),
                  "尚未销号的情形",
                  "/cards");
            });
  }

  private static List<DueEvent> verifications(Connection connection, Post post)
      throws SQLException {
    Scope scope = post.scope();
    String sql =
        """
        SELECT f.verify_due_on, count(*) AS findings FROM finding f
        JOIN branch b ON b.branch_code = f.branch_code
        JOIN unit u ON u.unit_code = b.unit_code
        JOIN unit c ON c.unit_code = u.committee_code
        LEFT JOIN unit v ON v.unit_code = verifying_unit(f.duty, c.unit_code, c.parent_code)
        WHERE f.status = 'PENDING' AND f.carded AND f.verify_due_on IS NOT NULL AND %s %s GROUP BY f.verify_due_on ORDER BY 1
        """
            .formatted(VERIFIERS.get(post.role()), scope.condition("u.path", "b.branch_code"));
    String place = String.join("-", scope.units());
    return scope
        .bind(NamedStatement.of(sql))
        .list(
            connection,
            row -> {
              LocalDate day = row.getObject(1, LocalDate.class);
              return new DueEvent(
                  "verification-" + place + "-" + day,
                  day,
                  "核实到期：%d条疑似问题".formatted(row.getInt(2)),
                  "请最迟在当天核实",
                  "/findings");
            });
  }

  private static String openLines(Scope scope) {
    return OPEN_LINES.formatted(
        scope.condition("holder.path"), scope.condition("u.path", "l.branch_code"));
  }

  private static Post post(ResultSet row) throws SQLException {
    Role role = Role.valueOf(row.getString("role"));
    String unit = row.getString("unit_code");
    String branch = row.getString("branch_code");
    if (branch != null) {
      return new Post(role, new Scope(false, List.of(), List.of(branch), List.of()));
    }
    return unit == null
        ? new Post(role, Scope.NONE)
        : new Post(role, new Scope(false, List.of(unit), List.of(), List.of()));
  }
}

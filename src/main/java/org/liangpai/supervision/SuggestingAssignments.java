package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.supervision.balancing.Balancing;
import org.liangpai.supervision.balancing.Person;
import org.liangpai.supervision.balancing.Task;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Supervision;

/**
 * Suggests who could take the branches with an open card that nobody takes: the load of all is
 * even, what somebody has they keep. People decide.
 */
@ApplicationScoped
public class SuggestingAssignments {

  /** A branch with an open card that can be assigned, or one that somebody takes. */
  private record Weighed(
      String code,
      String name,
      String unitPath,
      List<String> path,
      String committee,
      String level,
      boolean overdue,
      int load,
      String taker) {}

  private final Transactions transactions;
  private final Balancing balancing;
  private final CurrentViewer viewer;
  private final Catalogue catalogue;
  private final Clock clock;

  SuggestingAssignments(
      Transactions transactions,
      Balancing balancing,
      CurrentViewer viewer,
      Catalogue catalogue,
      Clock clock) {
    this.transactions = transactions;
    this.balancing = balancing;
    this.viewer = viewer;
    this.catalogue = catalogue;
    this.clock = clock;
  }

  /**
   * Suggests.
   *
   * @param unit a unit whose branches with all below it are shared out; else all of the scope. What
   *     people have elsewhere counts all the same.
   */
  public Suggestion suggest(AssignmentKind kind, Optional<String> unit) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    List<Seat> seats = transactions.call(connection -> Seat.held(connection, kind, today));
    List<Weighed> branches =
        transactions.call(connection -> weighed(connection, kind, unit, today));
    int most = kind.most(catalogue.list().supervision());
    Map<String, Person> people = new TreeMap<>();
    seats.forEach(seat -> people.put(seat.account(), new Person(seat.account(), most)));
    List<Task> tasks = new ArrayList<>();
    for (Weighed branch : branches) {
      if (branch.taker() == null) {
        tasks.add(open(branch, seats, people));
      } else if (people.containsKey(branch.taker())) {
        tasks.add(
            Task.kept(
                branch.code(), branch.committee(), branch.load(), people.get(branch.taker())));
      }
    }
    return suggestion(kind, most, seats, branches, balancing.shareOut(tasks));
  }

  private static Task open(Weighed branch, List<Seat> seats, Map<String, Person> people) {
    Map<String, Integer> distances = new TreeMap<>();
    seats.stream()
        .filter(seat -> seat.covers(branch.code(), branch.path()))
        .forEach(seat -> distances.merge(seat.account(), seat.distance(branch.path()), Math::min));
    return Task.open(
        branch.code(),
        branch.committee(),
        branch.load(),
        distances.keySet().stream().map(people::get).toList(),
        distances);
  }

  private Suggestion suggestion(
      AssignmentKind kind,
      int most,
      List<Seat> seats,
      List<Weighed> branches,
      Map<String, String> shared) {
    Map<String, List<Weighed>> before =
        branches.stream()
            .filter(one -> one.taker() != null)
            .collect(Collectors.groupingBy(Weighed::taker));
    Map<String, List<Weighed>> added =
        branches.stream()
            .filter(one -> shared.containsKey(one.code()))
            .collect(Collectors.groupingBy(one -> shared.get(one.code())));
    Map<String, List<Seat>> seatsOf =
        seats.stream()
            .collect(Collectors.groupingBy(Seat::account, TreeMap::new, Collectors.toList()));
    Map<String, Suggestion.Person> people = new TreeMap<>();
    seatsOf.forEach(
        (account, held) ->
            people.put(
                account,
                person(
                    held,
                    before.getOrDefault(account, List.of()),
                    added.getOrDefault(account, List.of()),
                    most)));
    List<Suggestion.Pair> pairs = new ArrayList<>();
    List<Suggestion.Left> left = new ArrayList<>();
    for (Weighed branch : branches) {
      String account = shared.get(branch.code());
      if (account != null) {
        long beside =
            Stream.of(before, added)
                    .flatMap(all -> all.getOrDefault(account, List.of()).stream())
                    .filter(one -> one.committee().equals(branch.committee()))
                    .count()
                - 1;
        pairs.add(pair(branch, people.get(account), seatsOf.get(account), (int) beside));
      } else if (branch.taker() == null) {
        left.add(left(kind, branch, seats));
      }
    }
    return new Suggestion(kind, List.copyOf(people.values()), pairs, left);
  }

  private static Suggestion.Person person(
      List<Seat> seats, List<Weighed> before, List<Weighed> added, int most) {
    int loadBefore = before.stream().mapToInt(Weighed::load).sum();
    return new Suggestion.Person(
        seats.get(0).account(),
        seats.get(0).name(),
        seats.stream().map(Seat::place).distinct().collect(Collectors.joining("、")),
        before.size(),
        loadBefore,
        before.size() + added.size(),
        loadBefore + added.stream().mapToInt(Weighed::load).sum(),
        most);
  }

  private static Suggestion.Pair pair(
      Weighed branch, Suggestion.Person person, List<Seat> seats, int beside) {
    int distance =
        seats.stream()
            .filter(seat -> seat.covers(branch.code(), branch.path()))
            .mapToInt(seat -> seat.distance(branch.path()))
            .min()
            .orElse(0);
    String why =
        "指派后工作量由%d变为%d（%d个支部）%s"
            .formatted(
                person.loadBefore(),
                person.loadAfter(),
                person.branchesAfter(),
                beside > 0 ? "，在同一基层党委还联系" + beside + "个" : "");
    return new Suggestion.Pair(
        person.account(),
        person.name(),
        branch.code(),
        branch.name(),
        branch.unitPath(),
        branch.level(),
        branch.overdue(),
        branch.load(),
        distance,
        beside,
        why);
  }

  private static Suggestion.Left left(AssignmentKind kind, Weighed branch, List<Seat> seats) {
    boolean isCovered = seats.stream().anyMatch(seat -> seat.covers(branch.code(), branch.path()));
    return new Suggestion.Left(
        branch.code(),
        branch.name(),
        branch.unitPath(),
        branch.level(),
        isCovered ? "管得到这个支部的" + kind.label() + "都已满额" : "没有管得到这个支部的" + kind.label() + "，请先任命岗位");
  }

  /**
   * Those that somebody takes and those that could be assigned from today on, in the order of their
   * codes; a vacant one is taken by none.
   */
  private List<Weighed> weighed(
      Connection connection, AssignmentKind kind, Optional<String> unit, LocalDate today)
      throws SQLException {
    Scope scope = viewer.scope();
    String taker = kind == AssignmentKind.CONTACT_LEADER ? "l" : "s";
    String sql =
        SupervisionSql.BRANCHES
            + """
            SELECT branch_code, branch_name, %1$s, supervised.path, supervised.level, overdue, at.committee_code,
              CASE WHEN %2$s_vacant THEN NULL ELSE %2$s_account END
            FROM supervised JOIN unit at ON at.unit_code = supervised.path[cardinality(supervised.path)]
            WHERE (NOT %2$s_vacant
                OR rank > 0 AND NOT dissolved %3$s AND NOT EXISTS (
                  SELECT FROM supervision_assignment later
                  JOIN held ON held.kind = later.kind AND held.account = later.account
                    AND (held.branch_code = supervised.branch_code
                      OR held.branch_code IS NULL AND held.unit_code = ANY (supervised.path))
                  WHERE later.branch_code = supervised.branch_code AND later.kind = :kind AND later.ended_at IS NULL
                    AND later.from_on > :today)) %4$s
            ORDER BY branch_code COLLATE "C"
            """;
    Map<String, Integer> loads = new HashMap<>();
    Supervision numbers = catalogue.list().supervision();
    for (Level level : Level.values()) {
      loads.put(level.name(), numbers.load(level));
    }
    return scope
        .bind(
            NamedStatement.of(
                sql.formatted(
                    SupervisionSql.PATH,
                    taker,
                    unit.isPresent() ? "AND supervised.path @> ARRAY[CAST(:unit AS text)]" : "",
                    scope.condition("supervised.path", "branch_code"))))
        .with("today", today)
        .with("unit", unit.orElse(null))
        .with("kind", kind.name())
        .list(connection, row -> weighed(row, loads, numbers.overdueLoad()));
  }

  private static Weighed weighed(ResultSet row, Map<String, Integer> loads, int overdueLoad)
      throws SQLException {
    String level = row.getString(5);
    boolean overdue = row.getBoolean(6);
    List<String> path = List.of((String[]) row.getArray(4).getArray());
    String committee = row.getString(7);
    return new Weighed(
        row.getString(1),
        row.getString(2),
        row.getString(3),
        path,
        committee == null ? path.get(path.size() - 1) : committee,
        level,
        overdue,
        level == null ? 0 : loads.get(level) + (overdue ? overdueLoad : 0),
        row.getString(8));
  }
}

package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.notice.Addressee;
import org.liangpai.notice.Notice;
import org.liangpai.notice.NoticeKind;
import org.liangpai.notice.Notifying;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Recusal;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/** Gives branches to contact leaders and supervisors, and ends that. */
@ApplicationScoped
public class AssigningSupervision {

  /** A branch that somebody is to take. */
  record Wanted(
      String code, String name, List<String> path, LocalDate dissolvedOn, boolean isWeak) {}

  private static final String WANTED =
      """
      SELECT b.branch_code, b.branch_name, u.path, b.dissolved_on,
          EXISTS (SELECT FROM card c JOIN card_line l ON l.card_number = c.number
            WHERE c.branch_code = b.branch_code AND (l.open OR l.cleared_on + make_interval(months => :months) >= :today))
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      WHERE b.branch_code = ANY (CAST(:branches AS text[]))
      """;

  /** Whoever does not hold the post any more keeps no branch from somebody else. */
  private static final String END_VACANT =
      """
      UPDATE supervision_assignment a SET ended_at = :now, ended_by = :by, end_reason = :reason
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      WHERE b.branch_code = a.branch_code AND a.kind = :kind AND a.account <> :account
        AND a.branch_code = ANY (CAST(:branches AS text[])) AND a.ended_at IS NULL
        AND daterange(a.from_on, a.to_on, '[]') && daterange(:from, CAST(:to AS date), '[]')
        AND NOT EXISTS (SELECT FROM posts_of_role(:role, :today) held WHERE held.account = a.account
          AND (held.branch_code = a.branch_code OR held.branch_code IS NULL AND held.unit_code = ANY (u.path)))
      RETURNING a.id
      """;

  /** Two who take the same branches in different orders would each wait for the other. */
  private static final String TURN =
      "SELECT CAST(pg_advisory_xact_lock(hashtextextended('supervision', 0)) AS text)";

  private static final String HELD =
      """
      SELECT a.kind, a.account, b.branch_name, b.branch_code
      FROM supervision_assignment a JOIN branch b ON b.branch_code = a.branch_code WHERE a.id = :id
      """;

  private static final String VACANT = "原指派的人已不在岗，由他人接手";

  private final Recusal recusal;
  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Catalogue catalogue;
  private final Auditing auditing;
  private final Notifying notifying;
  private final Clock clock;

  AssigningSupervision(
      Recusal recusal,
      Transactions transactions,
      CurrentViewer viewer,
      Catalogue catalogue,
      Auditing auditing,
      Notifying notifying,
      Clock clock) {
    this.recusal = recusal;
    this.transactions = transactions;
    this.viewer = viewer;
    this.catalogue = catalogue;
    this.auditing = auditing;
    this.notifying = notifying;
    this.clock = clock;
  }

  /**
   * Gives branches to somebody. The same again changes nothing.
   *
   * @return the ids of the assignments that are new
   * @throws NotFound if a branch is not in the viewer's scope
   * @throws AssignmentRefused if the account may not take one of them, or another has it
   */
  public List<Long> assign(Taking taking) {
    return assign(List.of(taking));
  }

  /** Gives branches to several people: all of it or, if one is refused, nothing. */
  public List<Long> assign(List<Taking> takings) {
    return transactions.call(
        connection -> {
          waitForTurn(connection);
          List<Long> ids = new ArrayList<>();
          for (Taking taking : takings) {
            ids.addAll(assign(connection, taking));
          }
          return ids;
        });
  }

  /**
   * Ends an assignment at once and tells whose it was; one that is ended already stays as it is.
   */
  public void end(long id, String reason) {
    String why = Reasons.compulsory("reason", reason);
    Scope scope = viewer.scope();
    String held = HELD + scope.ofBranch("a.branch_code") + " FOR UPDATE OF a";
    transactions.call(
        connection -> {
          Notice told =
              scope
                  .bind(NamedStatement.of(held))
                  .with("id", id)
                  .list(connection, row -> ended(row, id, why))
                  .stream()
                  .findFirst()
                  .orElseThrow(() -> new NotFound("指派", id));
          int ended =
              NamedStatement.of(
                      """
                      UPDATE supervision_assignment SET ended_at = :now, ended_by = :by, end_reason = :reason
                      WHERE id = :id AND ended_at IS NULL
                      """)
                  .with("now", now())
                  .with("by", viewer.account())
                  .with("reason", why)
                  .with("id", id)
                  .execute(connection);
          if (ended > 0) {
            auditing.record(
                connection,
                List.of(Entry.of(Act.SUPERVISION_ENDED, ObjectKind.SUPERVISION, id).because(why)));
            notifying.tell(connection, List.of(told));
          }
          return null;
        });
  }

  private Notice ended(ResultSet row, long id, String why) throws SQLException {
    recusal.require(row.getString(4));
    String branch = row.getString(3);
    return new Notice(
        "SUPERVISION_ENDED " + id,
        NoticeKind.SUPERVISION,
        "您不再联系" + branch,
        "自 %s 起您不再作为%s联系%s。理由：%s。此前的走访还可以补记。"
            .formatted(
                today(),
                AssignmentKind.valueOf(row.getString(1)).label(),
                branch,
                why.replaceAll("[。；;.]+$", "")),
        "/supervision",
        List.of(Addressee.account(row.getString(2))));
  }

  private List<Long> assign(Connection connection, Taking taking) throws SQLException {
    Map<String, Wanted> wanted = wanted(connection, taking.branches());
    requireCovered(connection, taking.kind(), taking.account(), wanted.values());
    wanted.values().forEach(branch -> requireOpenFor(taking, branch));
    endVacant(connection, taking);
    Map<Long, String> added = new TreeMap<>();
    NamedStatement.of(
            """
            INSERT INTO supervision_assignment
                (kind, account, branch_code, from_on, to_on, assigned_at, assigned_by, reason)
            SELECT :kind, :account, branch, :from, CAST(:to AS date), :now, :by, :reason
            FROM unnest(CAST(:branches AS text[])) branch
            ON CONFLICT DO NOTHING RETURNING id, branch_code
            """)
        .with("kind", taking.kind().name())
        .with("account", taking.account())
        .with("from", taking.fromOn())
        .with("to", taking.toOn())
        .with("now", now())
        .with("by", viewer.account())
        .with("reason", taking.reason())
        .with("branches", taking.branches().toArray(String[]::new))
        .each(connection, row -> added.put(row.getLong(1), row.getString(2)));
    requireSameAsBefore(connection, taking, added, wanted);
    auditing.record(
        connection,
        added.entrySet().stream()
            .map(
                one ->
                    Entry.of(Act.SUPERVISION_ASSIGNED, ObjectKind.SUPERVISION, one.getKey())
                        .now(described(taking, one.getValue()))
                        .because(taking.reason()))
            .toList());
    tell(connection, taking, added, wanted);
    return List.copyOf(added.keySet());
  }

  /** Lets one at a time give branches away, until the transaction ends. */
  void waitForTurn(Connection connection) throws SQLException {
    NamedStatement.of(TURN).list(connection, row -> row.getString(1));
  }

  /** The branches of these codes, all of which must be in the viewer's scope. */
  Map<String, Wanted> wanted(Connection connection, List<String> codes) throws SQLException {
    Scope scope = viewer.scope();
    Map<String, Wanted> found = new TreeMap<>();
    scope
        .bind(NamedStatement.of(WANTED + scope.condition("u.path", "b.branch_code")))
        .with("branches", codes.toArray(String[]::new))
        .with("months", catalogue.list().ladder().watchMonths())
        .with("today", today())
        .each(
            connection,
            row ->
                found.put(
                    row.getString(1),
                    new Wanted(
                        row.getString(1),
                        row.getString(2),
                        List.of((String[]) row.getArray(3).getArray()),
                        row.getObject(4, LocalDate.class),
                        row.getBoolean(5))));
    TreeSet<String> missing = new TreeSet<>(codes);
    missing.removeAll(found.keySet());
    if (!missing.isEmpty()) {
      throw new NotFound("支部", missing.first());
    }
    recusal.require(found.keySet());
    return found;
  }

  /** Refuses unless posts that the account holds today cover all the branches. */
  void requireCovered(
      Connection connection, AssignmentKind kind, String account, Iterable<Wanted> branches)
      throws SQLException {
    List<Seat> seats =
        Seat.held(connection, kind, today()).stream()
            .filter(seat -> seat.account().equals(account))
            .toList();
    if (seats.isEmpty()) {
      throw AssignmentRefused.noPost(kind, account);
    }
    for (Wanted branch : branches) {
      if (seats.stream().noneMatch(seat -> seat.covers(branch.code(), branch.path()))) {
        throw AssignmentRefused.notCovered(kind, account, branch.name());
      }
    }
  }

  private static void requireOpenFor(Taking taking, Wanted branch) {
    if (branch.dissolvedOn() != null && !branch.dissolvedOn().isAfter(taking.fromOn())) {
      throw AssignmentRefused.dissolved(branch.name());
    }
    if (taking.kind() == AssignmentKind.CONTACT_LEADER && !branch.isWeak()) {
      throw AssignmentRefused.notWeak(branch.name());
    }
  }

  private void endVacant(Connection connection, Taking taking) throws SQLException {
    List<Long> ended =
        NamedStatement.of(END_VACANT)
            .with("kind", taking.kind().name())
            .with("role", taking.kind().role().name())
            .with("account", taking.account())
            .with("branches", taking.branches().toArray(String[]::new))
            .with("from", taking.fromOn())
            .with("to", taking.toOn())
            .with("today", today())
            .with("now", now())
            .with("by", viewer.account())
            .with("reason", VACANT)
            .list(connection, row -> row.getLong(1));
    auditing.record(
        connection,
        ended.stream()
            .map(id -> Entry.of(Act.SUPERVISION_ENDED, ObjectKind.SUPERVISION, id).because(VACANT))
            .toList());
  }

  /** What was not added must be there already, just so; else somebody else has the branch. */
  private void requireSameAsBefore(
      Connection connection, Taking taking, Map<Long, String> added, Map<String, Wanted> wanted)
      throws SQLException {
    TreeSet<String> present = new TreeSet<>(taking.branches());
    present.removeAll(added.values());
    NamedStatement.of(
            """
            SELECT a.branch_code, coalesce(acc.display_name, a.account), a.from_on, a.to_on
            FROM supervision_assignment a LEFT JOIN account acc ON acc.name = a.account
            WHERE a.kind = :kind AND a.branch_code = ANY (CAST(:branches AS text[])) AND a.ended_at IS NULL
              AND daterange(a.from_on, a.to_on, '[]') && daterange(:from, CAST(:to AS date), '[]')
              AND NOT (a.account = :account AND a.from_on = :from AND a.to_on IS NOT DISTINCT FROM CAST(:to AS date))
            """)
        .with("kind", taking.kind().name())
        .with("account", taking.account())
        .with("branches", present.toArray(String[]::new))
        .with("from", taking.fromOn())
        .with("to", taking.toOn())
        .each(
            connection,
            row -> {
              throw AssignmentRefused.taken(
                  taking.kind(),
                  wanted.get(row.getString(1)).name(),
                  row.getString(2),
                  row.getObject(3, LocalDate.class),
                  row.getObject(4, LocalDate.class));
            });
  }

  private void tell(
      Connection connection, Taking taking, Map<Long, String> added, Map<String, Wanted> wanted)
      throws SQLException {
    if (added.isEmpty()) {
      return;
    }
    long first = added.keySet().iterator().next();
    String branch = wanted.get(added.values().iterator().next()).name();
    String branches = added.size() == 1 ? branch : branch + "等" + added.size() + "个支部";
    notifying.tell(
        connection,
        List.of(
            new Notice(
                "SUPERVISION_ASSIGNED " + first,
                NoticeKind.SUPERVISION,
                "请您联系" + branches,
                "自 %s 起由您作为%s联系%s。请到督导页查看亮牌情况，安排走访。"
                    .formatted(taking.fromOn(), taking.kind().label(), branches),
                "/supervision",
                List.of(Addressee.account(taking.account())))));
  }

  private static Map<String, ?> described(Taking taking, String branch) {
    return Map.of(
        "kind", taking.kind(),
        "account", taking.account(),
        "branch", branch,
        "from", taking.fromOn(),
        "to", taking.toOn() == null ? "" : taking.toOn());
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private OffsetDateTime now() {
    return OffsetDateTime.ofInstant(clock.instant(), ClockProducer.ZONE);
  }
}

package org.liangpai.oversight;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Supervision;
import org.liangpai.warninglist.WarningItem;

/** Gathers the facts, each kind in one statement for all committees or supervisors. */
@ApplicationScoped
public class ReadingOversight {

  private static final String COMMITTEES =
      """
      SELECT v.unit_code, v.unit_name,
        count(f.id) FILTER (WHERE CAST(f.decided_at AT TIME ZONE :zone AS date) BETWEEN :from AND :to),
        count(f.id) FILTER (WHERE CAST(f.decided_at AT TIME ZONE :zone AS date) BETWEEN :from AND :to
          AND CAST(f.decided_at AT TIME ZONE :zone AS date) > f.verify_due_on),
        count(f.id) FILTER (WHERE f.status = 'PENDING' AND f.verify_due_on < :today)
      FROM unit v
      LEFT JOIN (
        SELECT verifying_unit(f.duty, c.unit_code, c.parent_code) AS verifier, f.*
        FROM finding f
        JOIN branch b ON b.branch_code = f.branch_code
        JOIN unit u ON u.unit_code = b.unit_code
        JOIN unit c ON c.unit_code = u.committee_code
        WHERE f.status <> 'WITHDRAWN' AND f.carded) f ON f.verifier = v.unit_code
      WHERE (v.level = 'COMMITTEE' OR f.id IS NOT NULL) %s
      GROUP BY v.unit_code, v.unit_name ORDER BY v.unit_code COLLATE "C"
      """;

  private static final String STREAKS =
      """
      WITH decided AS (
        SELECT v.unit_code, f.status, CAST(f.decided_at AT TIME ZONE :zone AS date) AS day,
          row_number() OVER (PARTITION BY v.unit_code ORDER BY f.decided_at, f.id)
            - row_number() OVER (PARTITION BY v.unit_code, f.status ORDER BY f.decided_at, f.id) AS island
        FROM finding f
        JOIN branch b ON b.branch_code = f.branch_code
        JOIN unit u ON u.unit_code = b.unit_code
        JOIN unit c ON c.unit_code = u.committee_code
        JOIN unit v ON v.unit_code = verifying_unit(f.duty, c.unit_code, c.parent_code)
        WHERE f.status IN ('CONFIRMED', 'DISMISSED', 'DATA_ERROR')
          AND CAST(f.decided_at AT TIME ZONE :zone AS date) BETWEEN :from AND :to %s)
      SELECT unit_code, status = 'CONFIRMED', count(*), min(day), max(day) FROM decided
      WHERE status IN ('CONFIRMED', 'DISMISSED')
      GROUP BY unit_code, status, island HAVING count(*) >= :streak ORDER BY unit_code, min(day), 2
      """;

  /**
   * What was taken off without being cleared, as by a withdrawal or an objection that was upheld,
   * did not come back. A committee's own card is cleared by the level above, not by the committee.
   */
  private static final String RELAPSES =
      """
      SELECT v.unit_code, l.branch_code, b.branch_name, l.item, before.cleared_on, l.added_on, l.card_number
      FROM card_line l
      JOIN branch b ON b.branch_code = l.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      JOIN unit v ON v.unit_code = u.committee_code
      JOIN LATERAL (
        SELECT p.cleared_on, c.holder_kind FROM card_line p JOIN card c ON c.number = p.card_number
        WHERE p.branch_code = l.branch_code AND p.item = l.item AND p.id <> l.id AND p.cleared_on <= l.added_on
        ORDER BY p.cleared_on DESC LIMIT 1) before ON before.holder_kind = 'BRANCH'
      WHERE l.relapse AND l.stage <> 'CLOSED' AND l.added_on BETWEEN :from AND :to %s
      ORDER BY v.unit_code, l.added_on, l.branch_code, l.item
      """;

  /**
   * Those who hold the post today. The days count since they took the branch or since one of its
   * cards became orange or red, to be read from what each act on a card left.
   */
  private static final String SUPERVISORS =
      """
      WITH severe AS (
        SELECT c.branch_code, max(array_position(ARRAY['BLUE', 'YELLOW', 'ORANGE', 'RED'], c.level)) AS rank,
          min(raised.since) AS since
        FROM card c
        CROSS JOIN LATERAL (
          SELECT min(e.acted_on) AS since FROM card_event e
          WHERE e.card_number = c.number AND e.id > coalesce((
            SELECT max(milder.id) FROM card_event milder
            WHERE milder.card_number = c.number AND milder.level NOT IN ('ORANGE', 'RED')), 0)) raised
        WHERE c.branch_code IS NOT NULL AND c.status NOT IN ('CLEARED', 'WITHDRAWN') AND c.level IN ('ORANGE', 'RED')
        GROUP BY c.branch_code)
      SELECT a.account, coalesce(acc.display_name, a.account), b.branch_code, b.branch_name,
        (ARRAY['BLUE', 'YELLOW', 'ORANGE', 'RED'])[s.rank], seen.visited_on,
        s.rank IS NOT NULL AND greatest(a.from_on, s.since, seen.visited_on) < :visitedSince
      FROM supervision_assignment a
      JOIN branch b ON b.branch_code = a.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      LEFT JOIN account acc ON acc.name = a.account
      LEFT JOIN severe s ON s.branch_code = a.branch_code
      LEFT JOIN LATERAL (
        SELECT max(v.visited_on) AS visited_on FROM visit v
        WHERE v.branch_code = a.branch_code AND v.account = a.account AND v.kind = a.kind
          AND v.withdrawn_at IS NULL) seen ON true
      WHERE a.kind = 'SUPERVISOR' AND a.ended_at IS NULL AND a.from_on <= :today
        AND (a.to_on IS NULL OR a.to_on >= :today)
        AND EXISTS (SELECT FROM posts_of_role('SUPERVISOR', :today) held WHERE held.account = a.account
          AND (held.branch_code = a.branch_code OR held.branch_code IS NULL AND held.unit_code = ANY (u.path))) %s
      ORDER BY a.account COLLATE "C", b.branch_code COLLATE "C"
      """;

  /** A supervisor as far as the rows were read. */
  private static final class Counted {
    private final String name;
    private final List<SupervisorFacts.Unvisited> unvisited = new ArrayList<>();
    private int branches;
    private int severe;

    Counted(String name) {
      this.name = name;
    }
  }

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final Clock clock;

  ReadingOversight(
      Transactions transactions,
      CurrentViewer viewer,
      Catalogue catalogue,
      WorkingCalendar calendar,
      Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The facts of the viewer's scope. */
  public Oversight read(OversightFilter filter) {
    Supervision numbers = catalogue.list().supervision();
    return transactions.call(
        connection ->
            new Oversight(
                filter.from(),
                filter.to(),
                numbers.streak(),
                numbers.visitWorkingDays(),
                committees(connection, filter, numbers),
                supervisors(connection, filter, numbers)));
  }

  private List<CommitteeFacts> committees(
      Connection connection, OversightFilter filter, Supervision numbers) throws SQLException {
    Map<String, List<CommitteeFacts.Streak>> streaks = new TreeMap<>();
    narrowed(STREAKS, filter, "v.path", null)
        .with("streak", numbers.streak())
        .each(
            connection,
            row ->
                streaks
                    .computeIfAbsent(row.getString(1), unit -> new ArrayList<>())
                    .add(
                        new CommitteeFacts.Streak(
                            row.getBoolean(2), row.getInt(3), day(row, 4), day(row, 5))));
    Map<String, List<CommitteeFacts.Relapse>> relapses = new TreeMap<>();
    narrowed(RELAPSES, filter, "v.path", null)
        .each(
            connection,
            row ->
                relapses
                    .computeIfAbsent(row.getString(1), unit -> new ArrayList<>())
                    .add(relapse(row)));
    return narrowed(COMMITTEES, filter, "v.path", null)
        .list(
            connection,
            row ->
                new CommitteeFacts(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3),
                    row.getInt(4),
                    row.getInt(5),
                    streaks.getOrDefault(row.getString(1), List.of()),
                    relapses.getOrDefault(row.getString(1), List.of())));
  }

  private List<SupervisorFacts> supervisors(
      Connection connection, OversightFilter filter, Supervision numbers) throws SQLException {
    Map<String, Counted> counted = new TreeMap<>();
    narrowed(SUPERVISORS, filter, "u.path", "b.branch_code")
        .with("visitedSince", calendar.plusWorkingDays(today(), -numbers.visitWorkingDays()).day())
        .each(connection, row -> add(counted, row));
    return counted.entrySet().stream()
        .map(
            one ->
                new SupervisorFacts(
                    one.getKey(),
                    one.getValue().name,
                    one.getValue().branches,
                    one.getValue().severe,
                    List.copyOf(one.getValue().unvisited)))
        .toList();
  }

  private static Counted add(Map<String, Counted> counted, ResultSet row) throws SQLException {
    String name = row.getString(2);
    Counted one = counted.computeIfAbsent(row.getString(1), account -> new Counted(name));
    one.branches++;
    if (row.getString(5) != null) {
      one.severe++;
    }
    if (row.getBoolean(7)) {
      one.unvisited.add(
          new SupervisorFacts.Unvisited(
              row.getString(3), row.getString(4), row.getString(5), day(row, 6)));
    }
    return one;
  }

  private NamedStatement narrowed(String sql, OversightFilter filter, String path, String branch) {
    Scope scope = viewer.scope();
    String unit =
        filter.unit().isPresent() ? " AND " + path + " @> ARRAY[CAST(:unit AS text)]" : "";
    String within = branch == null ? scope.condition(path) : scope.condition(path, branch);
    return scope
        .bind(NamedStatement.of(sql.formatted(unit + within)))
        .with("unit", filter.unit().orElse(null))
        .with("from", filter.from())
        .with("to", filter.to())
        .with("today", today())
        .with("zone", ClockProducer.ZONE.getId());
  }

  private CommitteeFacts.Relapse relapse(ResultSet row) throws SQLException {
    String item = row.getString(4);
    return new CommitteeFacts.Relapse(
        row.getString(2),
        row.getString(3),
        item,
        catalogue.list().item(item).map(WarningItem::title).orElse(item),
        day(row, 5),
        day(row, 6),
        row.getString(7));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }
}

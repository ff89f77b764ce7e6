package org.liangpai.branchclass;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.FilingDays;
import org.liangpai.sweep.SweptMonths;
import org.liangpai.warninglist.ClassStandards;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.LevelStyle;

/**
 * Derives the classes of a quarter for the whole city. A branch gets its class once, when
 * everything up to the end of the quarter is verified, and keeps it; deriving again adds those that
 * waited.
 */
@ApplicationScoped
public class DerivingClasses {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What a branch needs to be judged: it was there all the quarter, and has no class of it yet. */
  private static final String WITHOUT_CLASS =
      """
      WHERE b.founded_on <= :first AND (b.dissolved_on IS NULL OR b.dissolved_on > :last)
          AND NOT EXISTS (SELECT FROM branch_class k WHERE k.branch_code = b.branch_code AND k.quarter = :first)
      """;

  /** A card counts by the level and status that it had on the day of judgement, or at its issue. */
  private static final String FACTS =
      """
      WITH stood AS (
          SELECT c.branch_code, c.month, c.issued_on, e.level, e.status,
              min(cleared.acted_on) AS cleared_on
          FROM card c
          JOIN LATERAL (SELECT e.level, e.status FROM card_event e WHERE e.card_number = c.number
              AND e.acted_on <= greatest(c.issued_on, CAST(:asOf AS date)) ORDER BY e.id DESC LIMIT 1) AS e ON true
          LEFT JOIN card_event cleared ON cleared.card_number = c.number AND cleared.status = 'CLEARED'
          WHERE c.branch_code IS NOT NULL
              AND (c.month BETWEEN :first AND :last OR c.issued_on <= :last) AND e.status <> 'WITHDRAWN'
          GROUP BY c.number, e.level, e.status),
      cards AS (
          SELECT branch_code,
              count(*) FILTER (WHERE of_quarter AND level = ANY (CAST(:levels AS text[]))) AS gravest_levels,
              count(*) FILTER (WHERE of_quarter AND level IN ('ORANGE', 'RED')) AS oranges,
              count(*) FILTER (WHERE level = 'RED' AND status <> 'CLEARED') AS reds_standing
          FROM (SELECT *, month BETWEEN :first AND :last
              OR issued_on <= :last AND coalesce(cleared_on >= :first, true) AS of_quarter FROM stood) AS s
          GROUP BY branch_code),
      late AS (
          SELECT c.branch_code, max(CAST(:asOf AS date) - l.due_on) AS overdue_days
          FROM card_line l JOIN card c ON c.number = l.card_number
          WHERE c.branch_code IS NOT NULL AND c.status <> 'WITHDRAWN' AND l.stage <> 'CLOSED'
              AND l.due_on < :asOf AND coalesce(l.cleared_on > :asOf, true)
              AND coalesce(c.suspended_until < :asOf, true) AND c.clock_stopped_on IS NULL
          GROUP BY c.branch_code),
      found AS (
          SELECT branch_code, count(*) FILTER (WHERE status = 'CONFIRMED' AND carded AND duty = 'BRANCH') AS confirmed,
              count(*) FILTER (WHERE status = 'PENDING' AND carded) AS pending
          FROM finding WHERE month BETWEEN :first AND :last OR month < :first AND status = 'PENDING'
          GROUP BY branch_code),
      filed AS (
          SELECT r.branch_code, count(*) AS filed, count(*) FILTER (WHERE r.submitted_on <= a.filing_day) AS on_time,
              (array_agg(r.secretary_rating ORDER BY r.month DESC))[1] AS rating
          FROM monthly_record r
          JOIN unnest(CAST(:months AS date[]), CAST(:filingDays AS date[])) AS a (month, filing_day)
              ON a.month = r.month
          WHERE r.status = 'FILED' GROUP BY r.branch_code)
      SELECT b.branch_code, coalesce(cards.gravest_levels, 0) AS gravest_levels, coalesce(cards.oranges, 0) AS oranges,
          coalesce(cards.reds_standing, 0) AS reds_standing, coalesce(found.confirmed, 0) AS confirmed,
          coalesce(found.pending, 0) AS pending, coalesce(late.overdue_days, 0) AS overdue_days,
          coalesce(filed.filed, 0) AS filed, coalesce(filed.on_time, 0) AS on_time, filed.rating,
          before.class AS class_before, before.facts AS facts_before
      FROM branch b
      LEFT JOIN cards ON cards.branch_code = b.branch_code
      LEFT JOIN late ON late.branch_code = b.branch_code
      LEFT JOIN found ON found.branch_code = b.branch_code
      LEFT JOIN filed ON filed.branch_code = b.branch_code
      LEFT JOIN branch_class before ON before.branch_code = b.branch_code AND before.quarter = :before
      %s ORDER BY b.branch_code
      """
          .formatted(WITHOUT_CLASS);

  private static final String KEEP =
      """
      INSERT INTO branch_class (branch_code, quarter, class, class_before, reasons, facts, why_moved, list_fingerprint,
          derived_at, derived_by)
      SELECT k.branch, :first, k.class, k.before, CAST(k.reasons AS jsonb), CAST(k.facts AS jsonb), k.moved,
          :fingerprint, :at, :by
      FROM unnest(CAST(:branches AS text[]), CAST(:classes AS text[]), CAST(:befores AS text[]),
          CAST(:reasons AS text[]), CAST(:facts AS text[]), CAST(:moved AS text[]))
          AS k (branch, class, before, reasons, facts, moved)
      ON CONFLICT ON CONSTRAINT pk_branch_class DO NOTHING
      """;

  /** A row to be. */
  private record Kept(
      String branch,
      String branchClass,
      String before,
      String reasons,
      String facts,
      String moved) {}

  private final Transactions transactions;
  private final Catalogue catalogue;
  private final SweptMonths sweptMonths;
  private final FilingDays filingDays;
  private final Auditing auditing;
  private final CurrentViewer viewer;
  private final Clock clock;

  DerivingClasses(
      Transactions transactions,
      Catalogue catalogue,
      SweptMonths sweptMonths,
      FilingDays filingDays,
      Auditing auditing,
      CurrentViewer viewer,
      Clock clock) {
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.sweptMonths = sweptMonths;
    this.filingDays = filingDays;
    this.auditing = auditing;
    this.viewer = viewer;
    this.clock = clock;
  }

  /**
   * Derives the classes of a quarter that is over.
   *
   * @throws ClassesRefused if the viewer does not see the whole city, the quarter is not over, or
   *     one of its months was not swept
   */
  public Derived derive(Quarter quarter) {
    if (!viewer.scope().whole()) {
      throw ClassesRefused.notCity();
    }
    LocalDate today = LocalDate.now(clock);
    if (!quarter.lastDay().isBefore(today)) {
      throw ClassesRefused.notOver(quarter);
    }
    Set<YearMonth> swept = sweptMonths.all();
    List<YearMonth> missing =
        quarter.months().stream().filter(month -> !swept.contains(month)).toList();
    if (!missing.isEmpty()) {
      throw ClassesRefused.notSwept(quarter, missing);
    }
    LocalDate settled = settledOn(quarter);
    return transactions.call(
        connection -> derive(connection, quarter, settled.isBefore(today) ? settled : today));
  }

  /**
   * The quarters, the oldest first, of which some branch has no class yet though all of their
   * months were swept; and the last one in any case.
   */
  List<Quarter> unfinished(Quarter last) {
    TreeSet<YearMonth> swept = sweptMonths.all();
    List<Quarter> unfinished = new ArrayList<>();
    if (!swept.isEmpty()) {
      Quarter first = Quarter.of(swept.first().atDay(1));
      for (Quarter one = first; one.compareTo(last) < 0; one = one.after()) {
        if (swept.containsAll(one.months()) && isUnfinished(one)) {
          unfinished.add(one);
        }
      }
    }
    unfinished.add(last);
    return List.copyOf(unfinished);
  }

  private boolean isUnfinished(Quarter quarter) {
    return transactions.call(
        connection ->
            NamedStatement.of("SELECT EXISTS (SELECT FROM branch b " + WITHOUT_CLASS + ")")
                .with("first", quarter.firstDay())
                .with("last", quarter.lastDay())
                .list(connection, row -> row.getBoolean(1))
                .get(0));
  }

  /** The day on which the classes of a quarter are derived by themselves. */
  LocalDate settledOn(Quarter quarter) {
    return YearMonth.from(quarter.lastDay()).plusMonths(1).atDay(standards(quarter).derivedOnDay());
  }

  private ClassStandards standards(Quarter quarter) {
    return catalogue.list().classStandards(YearMonth.from(quarter.lastDay()));
  }

  private Derived derive(Connection connection, Quarter quarter, LocalDate asOf)
      throws SQLException {
    ClassStandards standards = standards(quarter);
    List<Level> levels =
        List.of(Level.values())
            .subList(standards.advanced().noCardFrom().ordinal(), Level.values().length);
    String word =
        catalogue
            .list()
            .style(standards.advanced().noCardFrom())
            .map(LevelStyle::word)
            .orElse(standards.advanced().noCardFrom().name());
    List<Kept> kept = new ArrayList<>();
    int[] waiting = {0};
    NamedStatement.of(FACTS)
        .with("asOf", asOf)
        .with("first", quarter.firstDay())
        .with("last", quarter.lastDay())
        .with("before", quarter.before().firstDay())
        .with("levels", levels.stream().map(Level::name).toArray(String[]::new))
        .with(
            "months",
            quarter.months().stream()
                .map(month -> month.atDay(1).toString())
                .toArray(String[]::new))
        .with(
            "filingDays",
            quarter.months().stream()
                .map(month -> filingDays.of(month).toString())
                .toArray(String[]::new))
        .each(
            connection,
            row -> row.getInt("pending") > 0 ? waiting[0]++ : kept.add(kept(row, standards, word)));
    int derived = kept.isEmpty() ? 0 : keep(connection, quarter, kept);
    if (derived > 0) {
      auditing.record(
          connection,
          List.of(
              Entry.of(Act.CLASSES_DERIVED, ObjectKind.CLASSES, quarter)
                  .now(Map.of("derived", derived, "waiting", waiting[0], "asOf", asOf))));
    }
    return new Derived(quarter.toString(), derived, waiting[0]);
  }

  private static Kept kept(ResultSet row, ClassStandards standards, String word)
      throws SQLException {
    QuarterFacts facts =
        new QuarterFacts(
            row.getInt("gravest_levels"),
            row.getInt("oranges"),
            row.getInt("reds_standing"),
            row.getInt("confirmed"),
            row.getInt("overdue_days"),
            row.getInt("filed"),
            row.getInt("on_time"),
            row.getString("rating"));
    QuarterFacts.Judged judged = facts.judge(standards, word);
    String before = row.getString("class_before");
    String now = judged.branchClass().name();
    return new Kept(
        row.getString("branch_code"),
        now,
        before,
        json(judged.reasons()),
        json(facts),
        before == null || before.equals(now)
            ? null
            : facts.difference(facts(row.getString("facts_before"))));
  }

  private int keep(Connection connection, Quarter quarter, List<Kept> kept) throws SQLException {
    return NamedStatement.of(KEEP)
        .with("first", quarter.firstDay())
        .with("fingerprint", catalogue.list().fingerprint())
        .with("at", OffsetDateTime.now(clock))
        .with("by", viewer.account())
        .with("branches", kept.stream().map(Kept::branch).toArray(String[]::new))
        .with("classes", kept.stream().map(Kept::branchClass).toArray(String[]::new))
        .with("befores", kept.stream().map(Kept::before).toArray(String[]::new))
        .with("reasons", kept.stream().map(Kept::reasons).toArray(String[]::new))
        .with("facts", kept.stream().map(Kept::facts).toArray(String[]::new))
        .with("moved", kept.stream().map(Kept::moved).toArray(String[]::new))
        .execute(connection);
  }

  private static String json(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }

  private static QuarterFacts facts(String json) {
    try {
      return MAPPER.readValue(json, QuarterFacts.class);
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}

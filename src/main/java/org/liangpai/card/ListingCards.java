package org.liangpai.card;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.calendar.SkippedDay;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.ItemText;
import org.liangpai.sweep.Json;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.LevelStyle;

/** Reads the cards of the viewer's scope. */
@ApplicationScoped
public class ListingCards {

  /** A condition on the card {@code c}; it names the parameter {@code today}. */
  static final String OVERDUE =
      """
      (c.status NOT IN ('CLEARED', 'WITHDRAWN') AND c.clock_stopped_on IS NULL
          AND EXISTS (SELECT FROM card_line l WHERE l.card_number = c.number AND l.open AND l.due_on < :today))
      """;

  private static final String SELECT =
      """
      SELECT c.number, c.holder_kind, coalesce(c.branch_code, c.unit_code) AS holder_code,
          coalesce(b.branch_name, u.unit_name) AS holder_name, %s AS holder_path,
          c.issuer_code, coalesce(issuer.unit_name, c.issuer_code) AS issuer_name, c.month, c.level, c.graded_level, c.raised_level, c.level_reason, c.status,
          c.issued_on, c.issued_by, c.due_on, c.due_provisional, c.cleared_on, c.watch_until, c.watch_outcome,
          c.reopens, c.suspended_until, c.clock_stopped_on,
          %s AS overdue,
          (SELECT count(*) FROM card_line l WHERE l.card_number = c.number) AS items
      FROM card c
      LEFT JOIN branch b ON b.branch_code = c.branch_code
      JOIN unit u ON u.unit_code = coalesce(b.unit_code, c.unit_code)
      LEFT JOIN unit issuer ON issuer.unit_code = c.issuer_code
      """
          .formatted(UnitPath.text("u.path"), OVERDUE);

  private final Transactions transactions;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final CurrentViewer viewer;
  private final Clock clock;

  ListingCards(
      Transactions transactions,
      Catalogue catalogue,
      WorkingCalendar calendar,
      CurrentViewer viewer,
      Clock clock) {
    this.viewer = viewer;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /**
   * The cards after a number, in the order of their numbers, at most so many; without lines and
   * history.
   */
  public Page<CardView> list(CardFilter filter, String after, int limit) {
    Scope scope = viewer.scope();
    StringBuilder where = new StringBuilder("WHERE c.number > :after");
    filter.unit().ifPresent(unit -> where.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    filter
        .branch()
        .ifPresent(
            branch ->
                where.append(
                    """
                     AND (c.branch_code = :branch OR EXISTS (
                        SELECT FROM card_line l WHERE l.card_number = c.number AND l.branch_code = :branch))
                    """));
    filter.level().ifPresent(level -> where.append(" AND c.level = :level"));
    filter.status().ifPresent(status -> where.append(" AND c.status = :status"));
    filter.dueBefore().ifPresent(day -> where.append(" AND c.due_on < :dueBefore"));
    if (filter.open()) {
      where.append(" AND c.status NOT IN ('CLEARED', 'WITHDRAWN')");
    }
    if (filter.overdue()) {
      where.append(" AND ").append(OVERDUE);
    }
    where.append(scope.condition("u.path", "c.branch_code"));
    List<CardView> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(SELECT + where + " ORDER BY c.number LIMIT :limit"))
                    .with("today", LocalDate.now(clock))
                    .with("after", after)
                    .with("unit", filter.unit().orElse(null))
                    .with("branch", filter.branch().orElse(null))
                    .with("level", filter.level().map(Enum::name).orElse(null))
                    .with("status", filter.status().map(Enum::name).orElse(null))
                    .with("dueBefore", filter.dueBefore().orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, row -> card(row, List.of(), List.of())));
    return Page.of(read, limit, CardView::number);
  }

  /** One card with its lines and history; a missing one is {@link NotFound}. */
  public CardView get(String number) {
    Scope scope = viewer.scope();
    String sql = SELECT + "WHERE c.number = :number" + scope.condition("u.path", "c.branch_code");
    return transactions.call(
        connection -> {
          List<CardView.LineView> lines = lines(connection, number, scope);
          List<CardView.EventView> history = history(connection, number);
          return scope
              .bind(NamedStatement.of(sql))
              .with("today", LocalDate.now(clock))
              .with("number", number)
              .list(connection, row -> card(row, lines, history))
              .stream()
              .findFirst()
              .orElseThrow(() -> new NotFound("亮牌", number));
        });
  }

  private List<CardView.LineView> lines(Connection connection, String number, Scope scope)
      throws SQLException {
    Map<Long, CardView.LineView> lines = new LinkedHashMap<>();
    String sql =
        """
            SELECT l.id AS line, l.branch_code, b.branch_name, l.item, e.content, l.start_level, l.relapse, l.added_on,
                l.due_on, l.due_provisional, l.open, l.stage, l.agreed_month, l.cleared_on, f.id AS finding, f.month, f.level, f.running,
                f.sentence, f.judged_values, f.limits, f.decided_by, f.decided_at
            FROM card_line l
            JOIN branch b ON b.branch_code = l.branch_code
            JOIN card_observation o ON o.card_line_id = l.id
            JOIN finding f ON f.id = o.finding_id
            JOIN item_edition e ON e.list_fingerprint = f.list_fingerprint AND e.item = f.item
            WHERE l.card_number = :number %s ORDER BY l.branch_code, l.item, f.month
            """
            .formatted(scope.ofBranch("l.branch_code"));
    scope
        .bind(NamedStatement.of(sql))
        .with("number", number)
        .each(
            connection,
            row -> {
              CardView.LineView line = lines.get(row.getLong("line"));
              if (line == null) {
                line = line(row);
                lines.put(row.getLong("line"), line);
              }
              return line.observations().add(observation(row));
            });
    return List.copyOf(lines.values());
  }

  private CardView.LineView line(ResultSet row) throws SQLException {
    LocalDate added = row.getObject("added_on", LocalDate.class);
    LocalDate due = row.getObject("due_on", LocalDate.class);
    List<SkippedDay> skipped = calendar.skipped(added, due);
    LineStage stage = LineStage.valueOf(row.getString("stage"));
    LocalDate agreed = row.getObject("agreed_month", LocalDate.class);
    return new CardView.LineView(
        row.getLong("line"),
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("item"),
        Json.read(row.getString("content"), ItemText.class),
        level(row.getString("start_level")),
        row.getBoolean("relapse"),
        added,
        due,
        row.getBoolean("due_provisional"),
        calendar.workingDaysBetween(added, due),
        skipped,
        row.getBoolean("open"),
        stage,
        stage.label(),
        row.getObject("cleared_on", LocalDate.class),
        agreed == null ? null : YearMonth.from(agreed).toString(),
        new ArrayList<>());
  }

  private static CardView.ObservationView observation(ResultSet row) throws SQLException {
    return new CardView.ObservationView(
        row.getLong("finding"),
        YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
        row.getString("level"),
        row.getInt("running"),
        row.getString("sentence"),
        Json.map(row.getString("judged_values")),
        Json.map(row.getString("limits")),
        row.getString("decided_by"),
        LocalTimes.at(row, "decided_at"));
  }

  private static List<CardView.EventView> history(Connection connection, String number)
      throws SQLException {
    return NamedStatement.of(
            """
            SELECT at, actor, act, reason, level, status FROM card_event
            WHERE card_number = :number ORDER BY id
            """)
        .with("number", number)
        .list(
            connection,
            row ->
                new CardView.EventView(
                    LocalTimes.at(row, "at"),
                    row.getString("actor"),
                    CardAct.valueOf(row.getString("act")),
                    row.getString("reason"),
                    row.getString("level"),
                    CardStatus.valueOf(row.getString("status"))));
  }

  private CardView card(
      ResultSet row, List<CardView.LineView> lines, List<CardView.EventView> history)
      throws SQLException {
    return new CardView(
        row.getString("number"),
        new CardView.HolderView(
            HolderKind.valueOf(row.getString("holder_kind")),
            row.getString("holder_code"),
            row.getString("holder_name"),
            row.getString("holder_path")),
        new CardView.PlaceView(row.getString("issuer_code"), row.getString("issuer_name")),
        YearMonth.from(row.getObject("month", LocalDate.class)).toString(),
        level(row.getString("level")),
        level(row.getString("graded_level")),
        Optional.ofNullable(row.getString("raised_level")).map(this::level).orElse(null),
        row.getString("level_reason"),
        CardStatus.valueOf(row.getString("status")),
        row.getObject("issued_on", LocalDate.class),
        row.getString("issued_by"),
        row.getObject("due_on", LocalDate.class),
        row.getBoolean("due_provisional"),
        row.getBoolean("overdue"),
        row.getObject("cleared_on", LocalDate.class),
        row.getObject("watch_until", LocalDate.class),
        Optional.ofNullable(row.getString("watch_outcome")).map(WatchOutcome::valueOf).orElse(null),
        row.getString("reopens"),
        row.getObject("suspended_until", LocalDate.class),
        row.getObject("clock_stopped_on", LocalDate.class),
        row.getInt("items"),
        lines,
        history);
  }

  private CardView.LevelView level(String code) {
    Optional<LevelStyle> style = catalogue.list().style(Level.valueOf(code));
    return style
        .map(
            one ->
                new CardView.LevelView(
                    code, one.word(), one.shape(), one.shapeName(), one.colour()))
        .orElseGet(() -> new CardView.LevelView(code, code, "", "", ""));
  }
}

package org.liangpai.rectification;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liangpai.card.HolderKind;
import org.liangpai.card.LineStage;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Recusal;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Page;
import org.liangpai.shared.Parameters;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Level;

/** Lists the open lines of cards in the viewer's scope, those due first before the others. */
@ApplicationScoped
public class ListingTurns {

  private static final String SELECT =
      """
      SELECT c.number, l.id, l.item, c.level, c.holder_kind, coalesce(b.branch_name, u.unit_name) AS holder_name,
          of.branch_name, %s AS path, l.stage, l.due_on, c.suspended_until,
          l.due_on < :today AND c.clock_stopped_on IS NULL AS overdue,
          verifier.unit_name AS verifier_name, above.unit_name AS above_name,
          (SELECT count(*) FROM measure_plan p WHERE p.card_line_id = l.id AND p.status = 'RETURNED') AS returns,
          (SELECT count(*) FROM line_report r JOIN line_check k ON k.report_id = r.id AND NOT k.passed
            WHERE r.card_line_id = l.id) AS rejections,
          (SELECT p.status = 'RETURNED' FROM measure_plan p WHERE p.card_line_id = l.id
            ORDER BY p.id DESC LIMIT 1) AS returned,
          (SELECT NOT k.passed FROM line_report r JOIN line_check k ON k.report_id = r.id
            WHERE r.card_line_id = l.id ORDER BY k.id DESC LIMIT 1) AS rejected
      FROM card_line l
      JOIN card c ON c.number = l.card_number
      JOIN branch of ON of.branch_code = l.branch_code
      """
              .formatted(UnitPath.text("u.path"))
          + ReadingDesks.UNITS
          + """
          WHERE l.open AND (l.due_on, l.id) > (:day, :line)
          """;

  /**
   * Which roles stand on which side of whose card: the same as of one card alone. What is set aside
   * is nobody's turn until then.
   */
  private static final String MINE =
      """
       AND (l.stage NOT IN ('TO_PLAN', 'IN_WORK') OR c.suspended_until IS NULL OR c.suspended_until < :today)
       AND (l.stage IN ('TO_PLAN', 'IN_WORK')
          OR NOT ARRAY[l.branch_code, c.branch_code, c.unit_code] && CAST(:own AS text[]))
       AND (c.branch_code IS NOT NULL AND (
              l.stage IN ('TO_PLAN', 'IN_WORK') AND %1$s
              OR l.stage IN ('PLANNED', 'REPORTED') AND %2$s
              OR l.stage = 'ACCEPTED' AND (%3$s OR %4$s))
          OR c.branch_code IS NULL AND (
              l.stage IN ('TO_PLAN', 'IN_WORK') AND %2$s
              OR l.stage IN ('PLANNED', 'REPORTED') AND (%3$s OR %4$s)
              OR l.stage = 'ACCEPTED' AND %4$s))
      """
          .formatted(
              covers(Role.BRANCH_SECRETARY),
              covers(Role.COMMITTEE_OFFICER),
              covers(Role.COUNTY_OFFICER),
              covers(Role.CITY_OFFICER));

  private static final Set<Role> SIDES =
      Set.of(Role.BRANCH_SECRETARY, Role.COMMITTEE_OFFICER, Role.COUNTY_OFFICER, Role.CITY_OFFICER);

  private static final Pattern KEY = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_(\\d{1,18})");
  private static final String START = "1900-01-01_0";

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Recusal recusal;
  private final Clock clock;

  ListingTurns(Transactions transactions, CurrentViewer viewer, Recusal recusal, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.recusal = recusal;
    this.clock = clock;
  }

  /** Whether the viewer ever has a turn. */
  public boolean takesTurns() {
    return SIDES.stream().anyMatch(viewer.viewer()::is);
  }

  /**
   * The lines after a key, at most so many.
   *
   * @throws Invalid if the key is none
   */
  public Page<TurnView> list(TurnFilter filter, String after, int limit) {
    Scope scope = viewer.scope();
    Matcher key = KEY.matcher(after.isEmpty() ? START : after);
    if (!key.matches()) {
      throw new Invalid("after", "“" + after + "”不是有效的起点，请使用上一页返回的 next");
    }
    String sql =
        SELECT
            + (filter.mine() ? MINE : "")
            + filter.unit().map(unit -> " AND u.path @> ARRAY[CAST(:unit AS text)]").orElse("")
            + scope.condition("u.path", "c.branch_code")
            + " ORDER BY l.due_on, l.id LIMIT :limit";
    LocalDate today = LocalDate.now(clock);
    NamedStatement statement =
        scope
            .bind(NamedStatement.of(sql))
            .with("today", today)
            .with("day", Parameters.optionalDay("after", key.group(1)).orElseThrow())
            .with("line", Long.parseLong(key.group(2)))
            .with("unit", filter.unit().orElse(null))
            .with("own", recusal.own().toArray(String[]::new))
            .with("limit", Page.read(limit));
    scopes().forEach((role, covered) -> bind(statement, role, covered));
    List<TurnView> read =
        transactions.call(connection -> statement.list(connection, ListingTurns::view));
    return Page.of(read, limit, TurnView::key);
  }

  private Map<Role, Scope> scopes() {
    Map<Role, Scope> scopes = new TreeMap<>();
    for (Role role : SIDES) {
      scopes.put(
          role,
          Scope.union(
              viewer.viewer().posts().stream()
                  .filter(post -> post.role() == role)
                  .map(HeldPost::scope)
                  .toList()));
    }
    return scopes;
  }

  private static String covers(Role role) {
    return """
        (:whole%1$s OR u.path && CAST(:units%1$s AS text[])
            OR c.branch_code = ANY (CAST(:branches%1$s AS text[])))
        """
        .formatted(role);
  }

  private static void bind(NamedStatement statement, Role role, Scope scope) {
    statement
        .with("whole" + role, scope.whole())
        .with("units" + role, scope.units().toArray(String[]::new))
        .with("branches" + role, scope.branches().toArray(String[]::new));
  }

  private static TurnView view(ResultSet row) throws SQLException {
    HolderKind kind = HolderKind.valueOf(row.getString("holder_kind"));
    String holder = row.getString("holder_name");
    LineStage stage = LineStage.valueOf(row.getString("stage"));
    String level = row.getString("level");
    Desks desks =
        new Desks(
            new Desks.Desk(null, ReadingDesks.holderName(kind, holder)),
            new Desks.Desk(null, ReadingDesks.officerName(row.getString("verifier_name"))),
            new Desks.Desk(null, ReadingDesks.officerName(row.getString("above_name"))));
    return new TurnView(
        row.getString("number"),
        row.getLong("id"),
        row.getString("item"),
        level,
        kind,
        holder,
        row.getString("branch_name"),
        row.getString("path"),
        stage,
        stage.label(),
        row.getObject("due_on", LocalDate.class),
        row.getBoolean("overdue"),
        row.getObject("suspended_until", LocalDate.class),
        row.getInt("returns"),
        row.getInt("rejections"),
        Turns.of(
            stage,
            level.equals(Level.RED.name()),
            row.getBoolean("returned"),
            row.getBoolean("rejected"),
            desks));
  }
}

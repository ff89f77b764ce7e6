package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.shared.Withdrawal;
import org.liangpai.warninglist.WarningItem;

/** Reads the visits of the viewer's scope, withdrawn ones too, and the open items of a branch. */
@ApplicationScoped
public class ListingVisits {

  private static final String SELECT =
      """
      SELECT v.id, v.kind, v.account, coalesce(acc.display_name, v.account) AS name, v.branch_code, b.branch_name,
          v.visited_on, v.met, v.seen, v.agreed, v.next_on, v.written_at, v.withdrawn_at, v.withdrawn_by,
          v.withdrawal_reason
      FROM visit v
      JOIN branch b ON b.branch_code = v.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      LEFT JOIN account acc ON acc.name = v.account
      """;

  private static final String FINDINGS =
      """
      SELECT f.visit_id, f.card_line_id, l.card_number, l.item, f.outcome, f.text
      FROM visit_finding f JOIN card_line l ON l.id = f.card_line_id
      WHERE f.visit_id = ANY (CAST(:visits AS bigint[])) ORDER BY f.visit_id, l.item, l.id
      """;

  private static final String OPEN =
      """
      SELECT l.id, c.number, c.level, l.item, l.due_on, l.due_on < :today AND c.clock_stopped_on IS NULL, last.outcome,
        last.text
      FROM card_line l
      JOIN card c ON c.number = l.card_number
      LEFT JOIN LATERAL (
        SELECT f.outcome, f.text FROM visit_finding f JOIN visit v ON v.id = f.visit_id
        WHERE f.card_line_id = l.id AND v.withdrawn_at IS NULL ORDER BY v.visited_on DESC, v.id DESC LIMIT 1) last ON true
      WHERE c.branch_code = :branch AND l.open AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
      """;

  private final Transactions transactions;
  private final Catalogue catalogue;
  private final CurrentViewer viewer;
  private final Clock clock;

  ListingVisits(Transactions transactions, Catalogue catalogue, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The newest first, those before an id if one is given. */
  public Page<VisitView> list(VisitFilter filter, long before, int limit) {
    StringBuilder where = new StringBuilder("WHERE (:before = 0 OR v.id < :before)");
    filter.branch().ifPresent(branch -> where.append(" AND v.branch_code = :branch"));
    filter.account().ifPresent(account -> where.append(" AND v.account = :account"));
    filter.unit().ifPresent(unit -> where.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    Scope scope = viewer.scope();
    String sql =
        SELECT
            + where
            + scope.condition("u.path", "b.branch_code")
            + " ORDER BY v.id DESC LIMIT :limit";
    List<VisitView> read =
        read(
            scope
                .bind(NamedStatement.of(sql))
                .with("before", before)
                .with("branch", filter.branch().orElse(null))
                .with("account", filter.account().orElse(null))
                .with("unit", filter.unit().orElse(null))
                .with("limit", Page.read(limit)));
    return Page.of(read, limit, VisitView::id);
  }

  /** One visit; a missing one is {@link NotFound}. */
  public VisitView get(long id) {
    Scope scope = viewer.scope();
    String sql = SELECT + "WHERE v.id = :id" + scope.condition("u.path", "b.branch_code");
    return read(scope.bind(NamedStatement.of(sql)).with("id", id)).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("走访", id));
  }

  /** The open items of the cards of a branch, with what was last found of them. */
  public List<OpenItem> openItems(String branch) {
    Scope scope = viewer.scope();
    return transactions.call(
        connection ->
            scope
                .bind(
                    NamedStatement.of(
                        OPEN + scope.ofBranch("l.branch_code") + " ORDER BY l.due_on, l.item"))
                .with("branch", branch)
                .with("today", LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))
                .list(connection, this::item));
  }

  private List<VisitView> read(NamedStatement statement) {
    return transactions.call(
        connection -> {
          Map<Long, VisitView> visits = new LinkedHashMap<>();
          statement.each(connection, row -> visits.put(row.getLong("id"), visit(row)));
          addFindings(connection, visits);
          return List.copyOf(visits.values());
        });
  }

  private void addFindings(Connection connection, Map<Long, VisitView> visits) throws SQLException {
    NamedStatement.of(FINDINGS)
        .with("visits", visits.keySet().toArray(Long[]::new))
        .each(
            connection,
            row ->
                visits
                    .get(row.getLong(1))
                    .findings()
                    .add(
                        new VisitView.FindingView(
                            row.getLong(2),
                            row.getString(3),
                            row.getString(4),
                            title(row.getString(4)),
                            ItemOutcome.valueOf(row.getString(5)),
                            row.getString(6))));
  }

  private OpenItem item(ResultSet row) throws SQLException {
    String outcome = row.getString(7);
    return new OpenItem(
        row.getLong(1),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        title(row.getString(4)),
        row.getObject(5, LocalDate.class),
        row.getBoolean(6),
        outcome == null ? null : ItemOutcome.valueOf(outcome),
        row.getString(8));
  }

  private String title(String item) {
    return catalogue.list().item(item).map(WarningItem::title).orElse(item);
  }

  private VisitView visit(ResultSet row) throws SQLException {
    Withdrawal withdrawn = Withdrawal.of(row);
    return new VisitView(
        row.getLong("id"),
        AssignmentKind.valueOf(row.getString("kind")),
        row.getString("account"),
        row.getString("name"),
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getObject("visited_on", LocalDate.class),
        List.of((String[]) row.getArray("met").getArray()),
        row.getString("seen"),
        row.getString("agreed"),
        row.getObject("next_on", LocalDate.class),
        LocalTimes.at(row, "written_at"),
        new ArrayList<>(),
        withdrawn,
        withdrawn == null && row.getString("account").equals(viewer.account()));
  }
}

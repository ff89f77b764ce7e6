package org.liangpai.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Scope;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Reads the requests that the viewer's scope asks or is asked, the newest first. */
@ApplicationScoped
public class ListingHelp {

  private static final int OF_ONE_CARD = 100;

  /** A unit that can be asked. */
  public record AskedUnit(String code, String name) {}

  private static final String SELECT =
      """
      SELECT r.id, r.asking_branch, r.asking_name, r.asked_unit, r.asked_name, r.subject, r.urgency, r.content,
          r.asked_on, r.asked_by, r.due_on, r.status, r.promised_on, r.answer, r.sent_back,
          (SELECT c.number FROM card c WHERE c.number = r.card_number) AS card,
          (SELECT l.item FROM card_line l WHERE l.id = r.card_line_id) AS item,
          coalesce(au.path, bu.path) AS asking_path,
          ARRAY(SELECT g.told_unit FROM help_rung g WHERE g.request_id = r.id ORDER BY g.rung) AS told_units,
          ARRAY(SELECT n.unit_name FROM help_rung g JOIN units_to_ask() n ON n.unit_code = g.told_unit
              WHERE g.request_id = r.id AND g.rung > 0 ORDER BY g.rung) AS climbed_to
      FROM help_request r
      LEFT JOIN unit au ON au.unit_code = r.asking_unit
      LEFT JOIN branch b ON b.branch_code = r.asking_branch
      LEFT JOIN unit bu ON bu.unit_code = b.unit_code
      """;

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  ListingHelp(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The requests before an id, at most so many; without events. */
  public Page<HelpView> list(HelpFilter filter, long before, int limit) {
    Scope scope = viewer.scope();
    StringBuilder where = new StringBuilder("WHERE r.id < :before");
    filter
        .unit()
        .ifPresent(
            unit ->
                where.append(
                    """
                     AND (coalesce(au.path, bu.path) @> ARRAY[CAST(:unit AS text)] OR EXISTS (
                        SELECT FROM unit o WHERE o.unit_code = r.asked_unit AND o.path @> ARRAY[CAST(:unit AS text)]))
                    """));
    filter.card().ifPresent(card -> where.append(" AND r.card_number = :card"));
    filter.status().ifPresent(status -> where.append(" AND r.status = :status"));
    filter.urgency().ifPresent(urgency -> where.append(" AND r.urgency = :urgency"));
    // Whose turn it is is known of each row only; of those that are open there are never many.
    where.append(filter.forViewer() ? " AND r.ended_on IS NULL" : "");
    where.append(HelpRequests.within(scope)).append(" ORDER BY r.id DESC");
    where.append(filter.forViewer() ? "" : " LIMIT :limit");
    List<HelpView> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(SELECT + where))
                    .with("before", before == 0 ? Long.MAX_VALUE : before)
                    .with("unit", filter.unit().orElse(null))
                    .with("card", filter.card().orElse(null))
                    .with("status", filter.status().map(Enum::name).orElse(null))
                    .with("urgency", filter.urgency().map(Enum::name).orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, row -> view(row, List.of())));
    List<HelpView> wanted =
        read.stream()
            .filter(one -> !filter.forViewer() || one.isViewersTurn())
            .limit(Page.read(limit))
            .toList();
    return Page.of(wanted, limit, HelpView::id);
  }

  /** One request with what happened; a missing one is {@link NotFound}. */
  public HelpView get(long id) {
    Scope scope = viewer.scope();
    String sql = SELECT + "WHERE r.id = :id" + HelpRequests.within(scope);
    return transactions.call(
        connection -> {
          List<HelpView.EventView> events = events(connection, id);
          return scope
              .bind(NamedStatement.of(sql))
              .with("id", id)
              .list(connection, row -> view(row, events))
              .stream()
              .findFirst()
              .orElseThrow(() -> new NotFound("求助", id));
        });
  }

  /** What is asked for a card, the newest first. */
  public List<HelpView> ofCard(String number) {
    return list(
            new HelpFilter(
                Optional.empty(), Optional.of(number), Optional.empty(), Optional.empty(), false),
            0,
            OF_ONE_CARD)
        .items();
  }

  /** The units that can be asked: all of them, by name. */
  public List<AskedUnit> units() {
    return transactions.call(
        connection ->
            NamedStatement.of("SELECT unit_code, unit_name FROM units_to_ask()")
                .list(connection, row -> new AskedUnit(row.getString(1), row.getString(2))));
  }

  private static List<HelpView.EventView> events(Connection connection, long id)
      throws SQLException {
    return NamedStatement.of(
            "SELECT at, actor, act, told FROM help_event WHERE request_id = :id ORDER BY id")
        .with("id", id)
        .list(
            connection,
            row ->
                new HelpView.EventView(
                    LocalTimes.at(row, "at"),
                    row.getString(2),
                    HelpAct.valueOf(row.getString(3)),
                    row.getString(4)));
  }

  private HelpView view(ResultSet row, List<HelpView.EventView> events) throws SQLException {
    HelpStatus status = HelpStatus.valueOf(row.getString("status"));
    LocalDate due = row.getObject("due_on", LocalDate.class);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE);
    List<String> answering = new ArrayList<>(strings(row, "told_units"));
    answering.add(row.getString("asked_unit"));
    boolean asks =
        viewer.viewer().may(Permissions.ASK_FOR_HELP)
            && HelpSides.asks(
                viewer.viewer(), row.getString("asking_branch"), strings(row, "asking_path"));
    return new HelpView(
        row.getLong("id"),
        row.getString("asking_name"),
        row.getString("asked_unit"),
        row.getString("asked_name"),
        HelpSubject.valueOf(row.getString("subject")),
        HelpUrgency.valueOf(row.getString("urgency")),
        row.getString("content"),
        row.getObject("asked_on", LocalDate.class),
        row.getString("asked_by"),
        due,
        status.isWithUnit() && due.isBefore(today),
        row.getString("card"),
        row.getString("item"),
        status,
        row.getObject("promised_on", LocalDate.class),
        row.getString("answer"),
        row.getBoolean("sent_back"),
        strings(row, "climbed_to"),
        turn(status, row),
        status.isWithUnit() && HelpSides.answers(viewer.viewer(), answering),
        !status.isOver() && asks,
        events);
  }

  private static String turn(HelpStatus status, ResultSet row) throws SQLException {
    if (status.isWithUnit()) {
      return "等" + row.getString("asked_name") + (status == HelpStatus.ASKED ? "答复" : "办理");
    }
    return status == HelpStatus.DONE ? "等" + row.getString("asking_name") + "确认" : "";
  }

  private static List<String> strings(ResultSet row, String column) throws SQLException {
    return row.getArray(column) == null
        ? List.of()
        : List.of((String[]) row.getArray(column).getArray());
  }
}

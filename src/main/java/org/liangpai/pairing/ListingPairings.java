package org.liangpai.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;
import org.liangpai.shared.Withdrawal;

/** The pairings of which one side lies in the viewer's scope. */
@ApplicationScoped
public class ListingPairings {

  private static final String SELECT =
      """
      SELECT p.*, EXISTS (SELECT FROM branch b JOIN unit u ON u.unit_code = b.unit_code
              WHERE b.branch_code = p.weak_code%1$s) AS weak_seen,
          EXISTS (SELECT FROM branch b JOIN unit u ON u.unit_code = b.unit_code
              WHERE b.branch_code = p.strong_code%1$s) AS strong_seen,
          plan.planned, plan.done, plan.next_due
      FROM pairing p
      CROSS JOIN LATERAL (SELECT count(*) AS planned, count(s.done_on) AS done,
              min(s.due_on) FILTER (WHERE s.done_on IS NULL) AS next_due
          FROM pairing_step s WHERE s.pairing_id = p.id AND s.withdrawn_at IS NULL) AS plan
      """;

  private static final String OF_UNIT =
      """
       AND EXISTS (SELECT FROM branch b JOIN unit u ON u.unit_code = b.unit_code
          WHERE b.branch_code IN (p.weak_code, p.strong_code) AND u.path @> ARRAY[CAST(:unit AS text)])
      """;

  private final Transactions transactions;
  private final CurrentViewer viewer;

  ListingPairings(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /** The pairings, the latest first; those before an id, or all. */
  public Page<PairingView> list(PairingFilter filter, long before, int limit) {
    Scope scope = viewer.scope();
    StringBuilder sql = new StringBuilder(select(scope));
    sql.append("WHERE (:before = 0 OR p.id < :before)").append(ofEitherSide(scope));
    sql.append(filter.ended() ? " AND p.ended_at IS NOT NULL" : " AND p.ended_at IS NULL");
    filter.unit().ifPresent(unit -> sql.append(OF_UNIT));
    filter.branch().ifPresent(branch -> sql.append(" AND :branch IN (p.weak_code, p.strong_code)"));
    sql.append(" ORDER BY p.id DESC LIMIT :limit");
    List<PairingView> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql.toString()))
                    .with("before", before)
                    .with("unit", filter.unit().orElse(null))
                    .with("branch", filter.branch().orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, row -> view(row, List.of(), List.of())));
    return Page.of(read, limit, PairingView::id);
  }

  /** Some pairings by their ids, in the order of these; without plans, as in lists. */
  public List<PairingView> of(List<Long> ids) {
    Scope scope = viewer.scope();
    String sql =
        select(scope)
            + "WHERE p.id = ANY (CAST(:ids AS bigint[]))"
            + ofEitherSide(scope)
            + " ORDER BY array_position(CAST(:ids AS bigint[]), p.id)";
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("ids", ids.toArray(Long[]::new))
                .list(connection, row -> view(row, List.of(), List.of())));
  }

  /** One pairing with its plan and exchanges; a missing one is {@link NotFound}. */
  public PairingView get(long id) {
    Scope scope = viewer.scope();
    String sql = select(scope) + "WHERE p.id = :id" + ofEitherSide(scope);
    return transactions.call(
        connection -> {
          List<PairingView.StepView> steps = steps(connection, id);
          List<PairingView.ExchangeView> exchanges = exchanges(connection, id);
          return scope
              .bind(NamedStatement.of(sql))
              .with("id", id)
              .list(connection, row -> view(row, steps, exchanges))
              .stream()
              .findFirst()
              .orElseThrow(() -> new NotFound("结对", id));
        });
  }

  private static String select(Scope scope) {
    return SELECT.formatted(scope.condition("u.path", "b.branch_code"));
  }

  /** The condition, with {@code AND} before it, that one of the two branches is in scope. */
  static String ofEitherSide(Scope scope) {
    return scope.whole()
        ? ""
        : """
           AND EXISTS (SELECT FROM branch seen JOIN unit at ON at.unit_code = seen.unit_code
               WHERE seen.branch_code IN (p.weak_code, p.strong_code)%s)
          """
            .formatted(scope.condition("at.path", "seen.branch_code"));
  }

  private static PairingView view(
      ResultSet row, List<PairingView.StepView> steps, List<PairingView.ExchangeView> exchanges)
      throws SQLException {
    boolean weakSeen = row.getBoolean("weak_seen");
    return new PairingView(
        row.getLong("id"),
        side(row, "weak", weakSeen),
        side(row, "strong", row.getBoolean("strong_seen")),
        weakSeen ? row.getString("card_number") : null,
        row.getString("explanation"),
        row.getString("reason"),
        row.getObject("from_on", LocalDate.class),
        row.getString("accepted_by"),
        row.getObject("ended_on", LocalDate.class),
        row.getString("end_reason"),
        row.getInt("planned"),
        row.getInt("done"),
        row.getObject("next_due", LocalDate.class),
        steps,
        exchanges);
  }

  private static PairingView.SideView side(ResultSet row, String side, boolean seen)
      throws SQLException {
    String name = row.getString(side + "_name");
    return new PairingView.SideView(
        seen ? row.getString(side + "_code") : null,
        name,
        row.getString(side + "_unit"),
        name + "书记");
  }

  private List<PairingView.StepView> steps(Connection connection, long id) throws SQLException {
    return NamedStatement.of(
            "SELECT * FROM pairing_step WHERE pairing_id = :id ORDER BY due_on, id")
        .with("id", id)
        .list(
            connection,
            row ->
                new PairingView.StepView(
                    row.getLong("id"),
                    row.getString("what"),
                    row.getObject("due_on", LocalDate.class),
                    row.getString("written_by"),
                    isOwn(row),
                    row.getObject("done_on", LocalDate.class),
                    row.getString("done_by"),
                    Withdrawal.of(row)));
  }

  private List<PairingView.ExchangeView> exchanges(Connection connection, long id)
      throws SQLException {
    return NamedStatement.of(
            "SELECT * FROM pairing_exchange WHERE pairing_id = :id ORDER BY held_on DESC, id DESC")
        .with("id", id)
        .list(
            connection,
            row ->
                new PairingView.ExchangeView(
                    row.getLong("id"),
                    row.getString("kind"),
                    row.getObject("held_on", LocalDate.class),
                    row.getString("what"),
                    LocalTimes.at(row, "written_at"),
                    row.getString("written_by"),
                    isOwn(row),
                    Withdrawal.of(row)));
  }

  private boolean isOwn(ResultSet row) throws SQLException {
    return row.getString("written_by").equals(viewer.account());
  }
}

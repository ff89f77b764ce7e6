package org.liangpai.accountability;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Reads the cases that concern units below the viewer's own. */
@ApplicationScoped
public class ReadingCases {

  private static final String SELECT =
      """
      SELECT a.*, u.unit_name, %s AS unit_path, b.branch_name
      FROM accountability_case a
      JOIN unit u ON u.unit_code = a.unit_code
      LEFT JOIN branch b ON b.branch_code = a.branch_code
      WHERE true
      """
          .formatted(UnitPath.text("u.path"));

  private final Transactions transactions;
  private final CurrentViewer viewer;

  ReadingCases(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /**
   * The cases before an id, the newest first, at most so many.
   *
   * @param before an id, or 0 for the newest
   */
  public Page<CaseView> list(CaseFilter filter, long before, int limit) {
    StringBuilder where = new StringBuilder(before > 0 ? " AND a.id < :before" : "");
    filter.unit().ifPresent(unit -> where.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    filter.status().ifPresent(status -> where.append(" AND a.status = :status"));
    Scope scope = viewer.scope();
    String sql = SELECT + where + above(scope) + " ORDER BY a.id DESC LIMIT :limit";
    List<CaseView> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql))
                    .with("before", before)
                    .with("unit", filter.unit().orElse(null))
                    .with("status", filter.status().map(Enum::name).orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, ReadingCases::view));
    return Page.of(read, limit, CaseView::id);
  }

  /** One case; a missing one is {@link NotFound}. */
  public CaseView get(long id) {
    Scope scope = viewer.scope();
    return transactions
        .call(
            connection ->
                scope
                    .bind(NamedStatement.of(SELECT + " AND a.id = :id" + above(scope)))
                    .with("id", id)
                    .list(connection, ReadingCases::view))
        .stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("问责事项", id));
  }

  /** The path without the unit itself: a unit does not read what concerns it. */
  static String above(Scope scope) {
    return scope.condition("trim_array(u.path, 1)");
  }

  private static CaseView view(ResultSet row) throws SQLException {
    Ground ground = Ground.valueOf(row.getString("ground"));
    CaseStatus status = CaseStatus.valueOf(row.getString("status"));
    Optional<AnsweringMeasure> measure = measure(row, "measure");
    return new CaseView(
        row.getLong("id"),
        ground,
        ground.label(),
        row.getString("grounds"),
        row.getString("unit_code"),
        row.getString("unit_name"),
        row.getString("unit_path"),
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("card_number"),
        measure(row, "proposed_measure").orElse(null),
        LocalTimes.at(row, "proposed_at"),
        status,
        status.label(),
        measure.orElse(null),
        measure.map(AnsweringMeasure::label).orElse(null),
        row.getString("post"),
        row.getString("decision"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("decided_by"),
        row.getString("result"),
        row.getObject("result_on", LocalDate.class),
        row.getString("concluded_by"));
  }

  private static Optional<AnsweringMeasure> measure(ResultSet row, String column)
      throws SQLException {
    return Optional.ofNullable(row.getString(column)).map(AnsweringMeasure::valueOf);
  }
}

package org.liangpai.supervision;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.LocalTimes;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** Reads the assignments of the viewer's scope, those of the past as well. */
@ApplicationScoped
public class ListingAssignments {

  private static final String SELECT =
      """
      SELECT a.id, a.kind, a.account, coalesce(acc.display_name, a.account) AS name, a.branch_code, b.branch_name,
          %s AS unit_path, a.from_on, a.to_on, %s AS in_force, a.reason, a.assigned_at, a.assigned_by,
          a.taken_over_from, a.ended_at, a.ended_by, a.end_reason
      FROM supervision_assignment a
      JOIN branch b ON b.branch_code = a.branch_code
      JOIN unit u ON u.unit_code = b.unit_code
      LEFT JOIN account acc ON acc.name = a.account
      """
          .formatted(UnitPath.text("u.path"), SupervisionSql.inForce("a"));

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  ListingAssignments(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The newest first, those before an id if one is given. */
  public Page<Assignment> list(AssignmentFilter filter, long before, int limit) {
    Scope scope = viewer.scope();
    StringBuilder where = new StringBuilder("WHERE (:before = 0 OR a.id < :before)");
    filter.kind().ifPresent(kind -> where.append(" AND a.kind = :kind"));
    filter.account().ifPresent(account -> where.append(" AND a.account = :account"));
    filter.branch().ifPresent(branch -> where.append(" AND a.branch_code = :branch"));
    filter.unit().ifPresent(unit -> where.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    if (filter.inForce()) {
      where.append(" AND ").append(SupervisionSql.inForce("a"));
    }
    where.append(scope.condition("u.path", "b.branch_code"));
    List<Assignment> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(SELECT + where + " ORDER BY a.id DESC LIMIT :limit"))
                    .with("today", LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))
                    .with("before", before)
                    .with("kind", filter.kind().map(Enum::name).orElse(null))
                    .with("account", filter.account().orElse(null))
                    .with("branch", filter.branch().orElse(null))
                    .with("unit", filter.unit().orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, ListingAssignments::assignment));
    return Page.of(read, limit, Assignment::id);
  }

  /** One assignment; a missing one is {@link NotFound}. */
  public Assignment get(long id) {
    Scope scope = viewer.scope();
    String sql = SELECT + "WHERE a.id = :id" + scope.condition("u.path", "b.branch_code");
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("today", LocalDate.ofInstant(clock.instant(), ClockProducer.ZONE))
                .with("id", id)
                .list(connection, ListingAssignments::assignment)
                .stream()
                .findFirst()
                .orElseThrow(() -> new NotFound("指派", id)));
  }

  private static Assignment assignment(ResultSet row) throws SQLException {
    return new Assignment(
        row.getLong("id"),
        AssignmentKind.valueOf(row.getString("kind")),
        row.getString("account"),
        row.getString("name"),
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("unit_path"),
        row.getObject("from_on", LocalDate.class),
        row.getObject("to_on", LocalDate.class),
        row.getBoolean("in_force"),
        row.getString("reason"),
        LocalTimes.at(row, "assigned_at"),
        row.getString("assigned_by"),
        row.getObject("taken_over_from", Long.class),
        LocalTimes.at(row, "ended_at"),
        row.getString("ended_by"),
        row.getString("end_reason"));
  }
}

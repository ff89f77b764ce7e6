package org.liangpai.branchclass;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** The classes of the branches of the viewer's scope. */
@ApplicationScoped
public class ListingClasses {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final String SELECT =
      """
      SELECT k.branch_code, b.branch_name, %s AS unit_path, k.class, k.class_before, k.reasons, k.why_moved
      FROM branch_class k JOIN branch b ON b.branch_code = k.branch_code JOIN unit u ON u.unit_code = b.unit_code
      WHERE k.quarter = :quarter AND k.branch_code > :after
      """
          .formatted(UnitPath.text("u.path"));

  /**
   * The units right below the one asked for; the counties of the city, or a viewer's committees.
   */
  private static final String COUNT =
      """
      SELECT top.unit_code, top.unit_name, count(*) FILTER (WHERE k.class = 'A'),
          count(*) FILTER (WHERE k.class = 'B'), count(*) FILTER (WHERE k.class = 'C'),
          count(*) FILTER (WHERE k.class < k.class_before), count(*) FILTER (WHERE k.class > k.class_before),
          count(*) FILTER (WHERE k.class IS NULL)
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      JOIN unit top ON top.unit_code = CASE WHEN :unit = '' AND :whole THEN u.path[least(2, cardinality(u.path))]
          WHEN :unit = '' THEN coalesce(u.committee_code, u.unit_code)
          ELSE u.path[least(coalesce(array_position(u.path, :unit), 0) + 1, cardinality(u.path))] END
      LEFT JOIN branch_class k ON k.branch_code = b.branch_code AND k.quarter = :quarter
      WHERE b.founded_on <= :quarter AND (b.dissolved_on IS NULL OR b.dissolved_on > :last)
          AND (:unit = '' OR u.path @> ARRAY[CAST(:unit AS text)])
      """;

  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  ListingClasses(Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.transactions = transactions;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** The latest quarter with classes; if there is none, the latest that is over. */
  public Quarter latest() {
    return transactions.call(
        connection ->
            NamedStatement.of("SELECT max(quarter) FROM branch_class")
                .list(
                    connection,
                    row ->
                        Optional.ofNullable(row.getObject(1, LocalDate.class))
                            .map(Quarter::of)
                            .orElseGet(() -> Quarter.of(LocalDate.now(clock)).before()))
                .get(0));
  }

  /** The branches in the order of their codes, those after a code; there is no other order. */
  public Page<ClassView> list(ClassFilter filter, String after, int limit) {
    Scope scope = viewer.scope();
    StringBuilder sql = new StringBuilder(SELECT);
    filter.unit().ifPresent(unit -> sql.append(" AND u.path @> ARRAY[CAST(:unit AS text)]"));
    filter.branchClass().ifPresent(one -> sql.append(" AND k.class = :class"));
    if (filter.moved()) {
      sql.append(" AND k.why_moved IS NOT NULL");
    }
    sql.append(scope.condition("u.path", "b.branch_code"))
        .append(" ORDER BY k.branch_code LIMIT :limit");
    List<ClassView> read =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql.toString()))
                    .with("quarter", filter.quarter().firstDay())
                    .with("after", after)
                    .with("unit", filter.unit().orElse(null))
                    .with("class", filter.branchClass().map(Enum::name).orElse(null))
                    .with("limit", Page.read(limit))
                    .list(connection, row -> view(row, filter.quarter())));
    return Page.of(read, limit, ClassView::branchCode);
  }

  /** The counts by unit, in the order of the codes of the units. */
  public List<ClassCounts> counts(Quarter quarter, Optional<String> unit) {
    Scope scope = viewer.scope();
    String sql =
        COUNT
            + scope.condition("u.path", "b.branch_code")
            + " GROUP BY top.unit_code, top.unit_name ORDER BY top.unit_code";
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("quarter", quarter.firstDay())
                .with("last", quarter.lastDay())
                .with("unit", unit.orElse(""))
                .with("whole", scope.whole())
                .list(
                    connection,
                    row ->
                        new ClassCounts(
                            row.getString(1),
                            row.getString(2),
                            row.getInt(3),
                            row.getInt(4),
                            row.getInt(5),
                            row.getInt(6),
                            row.getInt(7),
                            row.getInt(8))));
  }

  private static ClassView view(ResultSet row, Quarter quarter) throws SQLException {
    BranchClass now = BranchClass.valueOf(row.getString("class"));
    String before = row.getString("class_before");
    return new ClassView(
        row.getString("branch_code"),
        row.getString("branch_name"),
        row.getString("unit_path"),
        quarter.toString(),
        now,
        now.label(),
        texts(row.getString("reasons")),
        before == null ? null : BranchClass.valueOf(before),
        row.getString("why_moved"));
  }

  private static List<String> texts(String json) {
    try {
      return MAPPER.readValue(json, new TypeReference<>() {});
    } catch (JsonProcessingException fault) {
      throw new IllegalStateException(fault);
    }
  }
}

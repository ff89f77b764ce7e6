package org.liangpai.branch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.RowJson;
import org.liangpai.dictionary.Table;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.UnitPath;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Page;
import org.liangpai.shared.Transactions;

/** The roster on file, each branch in its latest version, as far as the viewer's scope goes. */
@ApplicationScoped
public class Branches {

  private static final String SELECT =
      """
      SELECT %s, b.version, b.effective_on, u.path, %s, u.committee_code
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      """
          .formatted(RowColumns.list(Table.BRANCHES, "b."), UnitPath.names("u.path"));

  private final Transactions transactions;
  private final CurrentViewer viewer;

  Branches(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /** The fields of a branch, with its version and its place in the hierarchy. */
  public Optional<Map<String, Object>> find(String branchCode) {
    Scope scope = viewer.scope();
    String sql =
        SELECT + "WHERE b.branch_code = :code" + scope.condition("u.path", "b.branch_code");
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("code", branchCode)
                .list(connection, Branches::view)
                .stream()
                .findFirst());
  }

  /** Whether a code is that of a branch out of the viewer's scope. */
  public boolean isElsewhere(String branchCode) {
    return find(branchCode).isEmpty()
        && transactions.call(
            connection ->
                !NamedStatement.of("SELECT * FROM branch_codes_taken(ARRAY[CAST(:code AS text)])")
                    .with("code", branchCode)
                    .list(connection, row -> row.getString(1))
                    .isEmpty());
  }

  /** Branches in the order of their codes, those after the given one. */
  public Page<Map<String, Object>> list(BranchFilter filter, String after, int limit) {
    Scope scope = viewer.scope();
    StringBuilder sql = new StringBuilder(SELECT).append("WHERE b.branch_code > :after");
    if (filter.unit() != null) {
      sql.append(" AND u.path @> ARRAY[CAST(:unit AS text)]");
    }
    if (filter.domain() != null) {
      sql.append(" AND b.domain = :domain");
    }
    if (filter.q() != null) {
      sql.append(
          """
           AND (position(lower(:q) IN lower(b.branch_code)) > 0
              OR position(lower(:q) IN lower(b.branch_name)) > 0)
          """);
    }
    sql.append(scope.condition("u.path", "b.branch_code"))
        .append(" ORDER BY b.branch_code LIMIT :limit");
    List<Map<String, Object>> found =
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql.toString()))
                    .with("after", after)
                    .with("unit", filter.unit())
                    .with("domain", filter.domain())
                    .with("q", filter.q())
                    .with("limit", Page.read(limit))
                    .list(connection, Branches::view));
    return Page.of(found, limit, branch -> (String) branch.get("branchCode"));
  }

  private static Map<String, Object> view(ResultSet result) throws SQLException {
    int next = Table.BRANCHES.fields().size() + 1;
    Map<String, Object> view = RowJson.of(RowColumns.read(result, Table.BRANCHES));
    view.put("version", result.getInt(next));
    view.put("effectiveOn", result.getObject(next + 1, LocalDate.class).toString());
    view.put("path", List.of((String[]) result.getArray(next + 2).getArray()));
    view.put("pathNames", List.of((String[]) result.getArray(next + 3).getArray()));
    view.put("committeeCode", result.getString(next + 4));
    return view;
  }
}

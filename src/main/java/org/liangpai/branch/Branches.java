package org.liangpai.branch;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.RowJson;
import org.liangpai.dictionary.Table;
import org.liangpai.shared.Page;

/** The roster on file, each branch in its latest version. */
@ApplicationScoped
public class Branches {

  private static final String SELECT =
      """
      SELECT %s, b.version, b.effective_on, u.path,
        ARRAY(SELECT p.unit_name FROM unnest(u.path) WITH ORDINALITY a(code, i)
          JOIN unit p ON p.unit_code = a.code ORDER BY a.i),
        u.committee_code
      FROM branch b JOIN unit u ON u.unit_code = b.unit_code
      """
          .formatted(RowColumns.list(Table.BRANCHES, "b."));

  private final DataSource database;

  Branches(DataSource database) {
    this.database = database;
  }

  /** The fields of a branch, with its version and its place in the hierarchy. */
  public Optional<Map<String, Object>> find(String branchCode) {
    return query(SELECT + "WHERE b.branch_code = ?", branchCode).stream().findFirst();
  }

  /** Branches in the order of their codes, those after the given one. */
  public Page<Map<String, Object>> list(BranchFilter filter, String after, int limit) {
    String sql =
        SELECT
            + """
            WHERE b.branch_code > ?
              AND (?::text IS NULL OR b.unit_code IN (
                SELECT unit_code FROM unit WHERE path @> ARRAY[?::text]))
              AND (?::text IS NULL OR b.domain = ?)
              AND (?::text IS NULL OR position(lower(?) IN lower(b.branch_code)) > 0
                OR position(lower(?) IN lower(b.branch_name)) > 0)
            ORDER BY b.branch_code LIMIT ?
            """;
    String q = filter.q();
    List<Map<String, Object>> found =
        query(
            sql,
            after,
            filter.unit(),
            filter.unit(),
            filter.domain(),
            filter.domain(),
            q,
            q,
            q,
            Page.read(limit));
    return Page.of(found, limit, branch -> (String) branch.get("branchCode"));
  }

  private List<Map<String, Object>> query(String sql, Object... parameters) {
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        statement.setObject(i + 1, parameters[i]);
      }
      try (ResultSet result = statement.executeQuery()) {
        List<Map<String, Object>> found = new ArrayList<>();
        while (result.next()) {
          found.add(view(result));
        }
        return found;
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
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

package org.liangpai.intake.merge;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.Table;
import org.liangpai.security.Scope;

/**
 * Checks and merges the roster. A row is compared with the version that describes the branch on the
 * effective day, so a change may also be filed for a day in the past; {@code branch} shows the
 * version with the latest day.
 */
final class BranchMerge {

  private static final Table TABLE = Table.BRANCHES;
  private static final String COLUMNS = RowColumns.list(TABLE);

  private final Session session;
  private final Scope scope;

  BranchMerge(Session session, Scope scope) {
    this.session = session;
    this.scope = scope;
  }

  /** The number of branches that are new or changed. */
  long run(LocalDate effectiveOn, String by, OffsetDateTime at) throws SQLException {
    rejectMisplaced();
    new PairCheck(session, scope).run();
    session.change(
        """
        CREATE TEMP TABLE changed_branch ON COMMIT DROP AS
        SELECT s.line, s.branch_code, coalesce(b.top, 0) + 1 AS version
        FROM stage_branches s
        LEFT JOIN LATERAL (SELECT max(version) AS top FROM branch_version v
          WHERE v.branch_code = s.branch_code) b ON true
        LEFT JOIN LATERAL (SELECT v.* FROM branch_version v WHERE v.branch_code = s.branch_code
          ORDER BY v.effective_on <= ? DESC,
            CASE WHEN v.effective_on <= ? THEN v.effective_on - DATE '1900-01-01'
                 ELSE DATE '1900-01-01' - v.effective_on END DESC,
            CASE WHEN v.effective_on <= ? THEN v.version ELSE -v.version END DESC
          LIMIT 1) v ON true
        WHERE NOT s.rejected
          AND (v.branch_code IS NULL OR (%s) IS DISTINCT FROM (%s))
        """
            .formatted(RowColumns.list(TABLE, "v."), RowColumns.list(TABLE, "s.")),
        effectiveOn,
        effectiveOn,
        effectiveOn);
    session.change(insert("branch", "WHERE c.version = 1"), effectiveOn, at, by);
    long changed = session.change(insert("branch_version", ""), effectiveOn, at, by);
    showLatest();
    return changed;
  }

  private void rejectMisplaced() throws SQLException {
    session.change(
        Stage.reject(
            TABLE,
            "unitCode",
            "",
            "NOT EXISTS (SELECT FROM unit u WHERE u.unit_code = s.unit_code%s)"
                .formatted(scope.condition("u.path")),
            """
            '所属党组织编码“' || s.unit_code || CASE
              WHEN EXISTS (SELECT FROM stage_units o WHERE o.unit_code = s.unit_code)
              THEN '”所在的行有错误，未能导入' ELSE '”不存在，应为已有或同时导入的党组织编码' END
            """),
        scope);
    session.run(
        Stage.reject(
            TABLE,
            "unitCode",
            "JOIN unit u ON u.unit_code = s.unit_code",
            "u.level NOT IN ('COMMITTEE', 'GENERAL_BRANCH')",
            "'所属党组织“' || s.unit_code || '”不是基层党委或党总支'"));
    session.run(
        Stage.reject(
            TABLE,
            "unitCode",
            "JOIN unit u ON u.unit_code = s.unit_code",
            "u.committee_code IS NULL",
            "'所属党组织“' || s.unit_code || '”及其上级中没有基层党委，无人核实'"));
  }

  private static String insert(String table, String condition) {
    return """
        INSERT INTO %s (%s, version, effective_on, recorded_at, recorded_by)
        SELECT %s, c.version, ?, ?, ? FROM changed_branch c
        JOIN stage_branches s ON s.line = c.line %s
        """
        .formatted(table, COLUMNS, RowColumns.list(TABLE, "s."), condition);
  }

  private void showLatest() throws SQLException {
    String assignments =
        TABLE.fields().stream()
            .filter(field -> !field.key())
            .map(Field::column)
            .map(column -> column + " = v." + column)
            .collect(Collectors.joining(", "));
    session.run(
        """
        UPDATE branch b SET %s, version = v.version, effective_on = v.effective_on,
          recorded_at = v.recorded_at, recorded_by = v.recorded_by
        FROM changed_branch c CROSS JOIN LATERAL (
          SELECT * FROM branch_version v WHERE v.branch_code = c.branch_code
          ORDER BY effective_on DESC, version DESC LIMIT 1) v
        WHERE c.version > 1 AND b.branch_code = c.branch_code
        """
            .formatted(assignments));
  }
}

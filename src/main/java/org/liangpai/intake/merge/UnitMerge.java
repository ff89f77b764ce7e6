package org.liangpai.intake.merge;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import org.liangpai.dictionary.Table;

/**
 * Checks and merges units. The hierarchy as it would be (units on file overlaid with the good rows)
 * is laid out from its root; rows that do not fit are rejected, and since each rejection puts back
 * what is on file, this repeats until all that is left fits.
 */
final class UnitMerge {

  private static final int DEEPEST = 32;
  private static final int MOST_ROUNDS = 60;
  private static final int PATIENCE = 40;

  private final Session session;

  UnitMerge(Session session) {
    this.session = session;
  }

  /** The number of units that are new or changed. */
  long run(String by, OffsetDateTime at) throws SQLException {
    session.run(
        """
        CREATE TEMP TABLE next_unit (unit_code text PRIMARY KEY, level text, parent_code text,
          staged boolean, line integer, path text[], committee_code text) ON COMMIT DROP
        """);
    session.run("CREATE INDEX ON next_unit (parent_code)");
    int round = 0;
    do {
      if (++round > MOST_ROUNDS) {
        throw new IllegalStateException("The hierarchy does not settle");
      }
      layOut();
    } while (rejectMisfits(round > PATIENCE) > 0);
    return merge(by, at);
  }

  private void layOut() throws SQLException {
    session.run("TRUNCATE next_unit");
    session.run(
        """
        INSERT INTO next_unit (unit_code, level, parent_code, staged, line)
        SELECT unit_code, level, parent_code, true, line FROM stage_units WHERE NOT rejected
        UNION ALL
        SELECT unit_code, level, parent_code, false, NULL FROM unit u
        WHERE NOT EXISTS (
          SELECT FROM stage_units s WHERE s.unit_code = u.unit_code AND NOT s.rejected)
        """);
    session.run("ANALYZE next_unit");
    session.run(
        """
        WITH RECURSIVE down AS (
          SELECT unit_code, ARRAY[unit_code] AS path,
                 CASE WHEN level = 'COMMITTEE' THEN unit_code END AS committee_code
          FROM next_unit WHERE parent_code IS NULL
          UNION ALL
          SELECT n.unit_code, d.path || n.unit_code,
                 CASE WHEN n.level = 'COMMITTEE' THEN n.unit_code ELSE d.committee_code END
          FROM down d JOIN next_unit n ON n.parent_code = d.unit_code
          WHERE cardinality(d.path) < %d)
        UPDATE next_unit n SET path = d.path, committee_code = d.committee_code
        FROM down d WHERE d.unit_code = n.unit_code
        """
            .formatted(DEEPEST));
  }

  private long rejectMisfits(boolean impatient) throws SQLException {
    long misfits =
        reject(
                "parentCode",
                "",
                """
                s.parent_code IS NULL AND EXISTS (SELECT FROM next_unit n
                  WHERE n.parent_code IS NULL AND n.unit_code <> s.unit_code
                    AND (NOT n.staged OR n.line < s.line))
                """,
                "'已有最上级党组织，上级党组织编码只有最上级党组织可以留空'")
            + reject(
                "parentCode",
                "",
                """
                s.parent_code IS NOT NULL
                AND NOT EXISTS (SELECT FROM next_unit n WHERE n.unit_code = s.parent_code)
                """,
                """
                '上级党组织编码“' || s.parent_code || CASE
                  WHEN EXISTS (SELECT FROM stage_units o WHERE o.unit_code = s.parent_code)
                  THEN '”所在的行有错误，未能导入' ELSE '”不存在，应为已有或同时导入的党组织编码' END
                """)
            + reject(
                "parentCode",
                "JOIN next_unit p ON p.unit_code = s.parent_code",
                "p.level = 'GENERAL_BRANCH'",
                "'上级党组织“' || s.parent_code || '”是党总支，党总支之下不能再设党组织'")
            + rejectNewGeneralBranchesAboveOthers()
            + rejectStranding();
    if (misfits > 0) {
      return misfits;
    }
    long circles = rejectCircles();
    if (circles > 0 && !impatient) {
      return circles;
    }
    boolean rootless =
        session.count("SELECT count(*) FROM next_unit WHERE parent_code IS NULL") == 0;
    return circles
        + reject(
            "parentCode",
            "JOIN next_unit n ON n.unit_code = s.unit_code",
            "n.path IS NULL",
            rootless ? "'没有最上级党组织，无法确定隶属关系'" : "'隶属关系超过" + DEEPEST + "层或无法理清'");
  }

  private long rejectNewGeneralBranchesAboveOthers() throws SQLException {
    return reject(
        "level",
        "",
        """
        s.level = 'GENERAL_BRANCH' AND EXISTS (
          SELECT FROM next_unit n WHERE n.parent_code = s.unit_code AND NOT n.staged)
        """,
        "'下面还有党组织，层级不能为党总支'");
  }

  /** Branches on file must keep a committee that verifies them. */
  private long rejectStranding() throws SQLException {
    return reject(
        "level",
        """
        JOIN unit old ON old.unit_code = s.unit_code
          AND (old.level, old.parent_code) IS DISTINCT FROM (s.level, s.parent_code)
        """,
        """
        s.unit_code IN (
          SELECT unnest(n.path) FROM next_unit n
          WHERE (n.level NOT IN ('COMMITTEE', 'GENERAL_BRANCH') OR n.committee_code IS NULL)
            AND EXISTS (SELECT FROM branch b WHERE b.unit_code = n.unit_code))
        """,
        "'这样改后，其下的支部将没有基层党委，请先调整支部的所属党组织'");
  }

  private long rejectCircles() throws SQLException {
    session.run("DROP TABLE IF EXISTS unit_circle");
    session.run(
        """
        CREATE TEMP TABLE unit_circle ON COMMIT DROP AS
        WITH RECURSIVE up AS (
          SELECT unit_code AS start, parent_code AS at, 1 AS steps FROM next_unit
          WHERE staged AND path IS NULL
          UNION ALL
          SELECT u.start, n.parent_code, u.steps + 1 FROM up u
          JOIN next_unit n ON n.unit_code = u.at
          WHERE n.path IS NULL AND u.at <> u.start AND u.steps <= %d)
        SELECT DISTINCT start AS unit_code FROM up WHERE at = start
        """
            .formatted(DEEPEST));
    return reject(
        "parentCode",
        "",
        "s.unit_code IN (SELECT unit_code FROM unit_circle)",
        "'上级党组织“' || s.parent_code || '”又隶属于本党组织，形成了循环'");
  }

  private long reject(String field, String from, String condition, String message)
      throws SQLException {
    return session.change(Stage.reject(Table.UNITS, field, from, condition, message));
  }

  private long merge(String by, OffsetDateTime at) throws SQLException {
    long changed =
        session.change(
            """
            INSERT INTO unit (unit_code, unit_name, level, parent_code, recorded_at, recorded_by)
            SELECT unit_code, unit_name, level, parent_code, ?, ? FROM stage_units
            WHERE NOT rejected
            ON CONFLICT (unit_code) DO UPDATE SET unit_name = excluded.unit_name,
              level = excluded.level, parent_code = excluded.parent_code,
              recorded_at = excluded.recorded_at, recorded_by = excluded.recorded_by
            WHERE (unit.unit_name, unit.level, unit.parent_code)
              IS DISTINCT FROM (excluded.unit_name, excluded.level, excluded.parent_code)
            """,
            at,
            by);
    session.run(
        """
        UPDATE unit u SET path = n.path, committee_code = n.committee_code FROM next_unit n
        WHERE n.unit_code = u.unit_code
          AND (u.path, u.committee_code) IS DISTINCT FROM (n.path, n.committee_code)
        """);
    return changed;
  }
}

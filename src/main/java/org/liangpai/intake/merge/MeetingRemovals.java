package org.liangpai.intake.merge;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Table;

/**
 * Finds the meetings on file that an upload of meetings does not bring again, record by record. Two
 * meetings are the same if their types, days and groups are: whoever corrects a count removes none.
 */
final class MeetingRemovals {

  static final String CREATE =
      """
      CREATE TEMP TABLE removal (branch_code text, month date, line integer, on_file bigint,
        missing bigint, named text, outcome text) ON COMMIT DROP
      """;

  private static final int MOST_NAMED = 5;
  private static final int MOST_LISTED = 1_000;
  private static final String KEY = "branch_code, month, type, held_on, coalesce(group_name, '')";

  private final Session session;

  MeetingRemovals(Session session) {
    this.session = session;
  }

  /** Finds them among the merged records, and refuses the records of which some would go. */
  void find(Removals wish) throws SQLException {
    session.change(
        """
        INSERT INTO removal
        SELECT l.branch_code, l.month, l.line, sum(l.held) AS on_file,
          sum(l.missing) AS missing,
          string_agg(l.label || l.held_on, '、' ORDER BY l.held_on, l.label)
            FILTER (WHERE l.missing > 0 AND l.place <= %1$d)
            || CASE WHEN count(*) FILTER (WHERE l.missing > 0) > %1$d THEN '等' ELSE '' END AS named,
          CASE WHEN ? THEN 'REMOVED' WHEN l.sent THEN 'REFUSED' ELSE 'KEPT' END AS outcome
        FROM (
          SELECT h.*, greatest(h.held - coalesce(b.brought, 0), 0) AS missing,
            CASE h.type %2$s END AS label,
            row_number() OVER (PARTITION BY h.branch_code, h.month
              ORDER BY h.held <= coalesce(b.brought, 0), h.held_on, h.type) AS place
          FROM (
            SELECT %3$s AS group_name, g.line, g.sent, count(*) AS held
            FROM (SELECT branch_code, month, line, sent FROM merged_record
                  WHERE old_version IS NOT NULL AND meetings_differ) g
            JOIN meeting m USING (branch_code, month) GROUP BY %3$s, g.line, g.sent) h
          LEFT JOIN (
            SELECT %3$s AS group_name, count(*) AS brought FROM stage_meetings
            WHERE NOT rejected GROUP BY %3$s) b
          USING (branch_code, month, type, held_on, group_name)) l
        GROUP BY l.branch_code, l.month, l.line, l.sent HAVING sum(l.missing) > 0
        """
            .formatted(MOST_NAMED, labels(), KEY),
        wish == Removals.ACCEPT);
    refuse();
  }

  /** What was found, in the order of branches and months. */
  List<Removal> listed() throws SQLException {
    List<Removal> removals = new ArrayList<>();
    String sql =
        """
        SELECT branch_code, to_char(month, 'YYYY-MM'), on_file, missing, named, outcome
        FROM removal ORDER BY branch_code, month LIMIT %d
        """
            .formatted(MOST_LISTED);
    try (PreparedStatement statement = session.connection().prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        removals.add(
            new Removal(
                result.getString(1),
                result.getString(2),
                result.getLong(3),
                result.getLong(4),
                result.getString(5),
                Removal.Outcome.valueOf(result.getString(6))));
      }
    }
    return removals;
  }

  private void refuse() throws SQLException {
    session.run(
        """
        INSERT INTO stage_fault
        SELECT CASE WHEN f.line IS NULL THEN %1$d ELSE %2$d END, coalesce(f.line, m.line),
          coalesce(f.row_no, m.row_no), 'branchCode', v.branch_code,
          '支部“' || v.branch_code || '”' || to_char(v.month, 'YYYY-MM') || '的纪实已有' || v.on_file
            || '个会议活动，其中' || v.missing || '个这次没有上传（' || v.named
            || '）。要保留，请连同它们一起上传；确实要删去，须确认后再导入'
        FROM removal v
        LEFT JOIN stage_records f ON f.line = v.line
        LEFT JOIN LATERAL (SELECT s.line, s.row_no FROM stage_meetings s
          WHERE s.branch_code = v.branch_code AND s.month = v.month ORDER BY s.line LIMIT 1) m ON true
        WHERE v.outcome = 'REFUSED'
        """
            .formatted(Table.MEETINGS.ordinal(), Table.RECORDS.ordinal()));
    for (Table table : new Table[] {Table.RECORDS, Table.MEETINGS}) {
      session.run(
          """
          UPDATE %s s SET rejected = true FROM removal v
          WHERE v.outcome = 'REFUSED' AND v.branch_code = s.branch_code AND v.month = s.month
          """
              .formatted(Stage.of(table)));
    }
    session.run(
        """
        DELETE FROM merged_record g USING removal v
        WHERE v.outcome = 'REFUSED' AND v.branch_code = g.branch_code AND v.month = g.month
        """);
  }

  private static String labels() {
    return Table.MEETINGS.field("type").choices().stream()
        .map(choice -> "WHEN '" + choice.code() + "' THEN '" + choice.label() + "'")
        .collect(Collectors.joining(" "));
  }
}

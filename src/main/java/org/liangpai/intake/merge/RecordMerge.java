package org.liangpai.intake.merge;

import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.FieldType;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.Table;

/** Merges records with their meetings; the version that a change replaces is kept as a whole. */
final class RecordMerge {

  private final Session session;

  RecordMerge(Session session) {
    this.session = session;
  }

  /**
   * Compares what came with what is on file. A record of which no meetings came keeps those on
   * file, unless the upload had meetings and may remove.
   */
  void compare(boolean mayEmpty) throws SQLException {
    session.run(
        """
        CREATE TEMP TABLE merged_record ON COMMIT DROP AS
        SELECT k.branch_code, k.month, r.line, o.version AS old_version,
          coalesce(r.digest, o.row_digest) AS row_digest,
          coalesce(%s, sha256(''::bytea)) AS meetings_digest, m.digest IS NOT NULL AS sent,
          o.meetings_digest IS DISTINCT FROM coalesce(m.digest, sha256(''::bytea))
            AS meetings_differ,
          o.digest AS old_digest, NULL::bytea AS digest, true AS changed
        FROM (SELECT branch_code, month FROM stage_records WHERE NOT rejected
              UNION SELECT branch_code, month FROM stage_meetings WHERE NOT rejected) k
        LEFT JOIN stage_records r
          ON r.branch_code = k.branch_code AND r.month = k.month AND NOT r.rejected
        LEFT JOIN (SELECT branch_code, month,
            sha256(string_agg(digest, ''::bytea ORDER BY digest)) AS digest
          FROM stage_meetings WHERE NOT rejected GROUP BY branch_code, month) m
          ON m.branch_code = k.branch_code AND m.month = k.month
        LEFT JOIN monthly_record o ON o.branch_code = k.branch_code AND o.month = k.month
        """
            .formatted(mayEmpty ? "m.digest" : "m.digest, o.meetings_digest"));
    session.run(
        """
        UPDATE merged_record SET digest = sha256(row_digest || meetings_digest),
          changed = old_digest IS DISTINCT FROM sha256(row_digest || meetings_digest)
        """);
    session.run("CREATE UNIQUE INDEX ON merged_record (branch_code, month)");
    session.run("ANALYZE merged_record");
  }

  /** Stores what differs, the version before it first. */
  void store(boolean mayEmpty, String by, OffsetDateTime at) throws SQLException {
    keepOldVersions(at);
    insertNew(by, at);
    updateChanged(by, at);
    replaceMeetings(mayEmpty ? "" : "AND g.sent");
  }

  private void keepOldVersions(OffsetDateTime at) throws SQLException {
    session.change(
        """
        INSERT INTO monthly_record_version
        SELECT r.branch_code, r.month, r.version,
          (SELECT to_jsonb(x) FROM (SELECT %s) x)
            || jsonb_build_object('status', r.status, 'returnReason', r.return_reason,
              'meetings', (SELECT coalesce(jsonb_agg(to_jsonb(y) - 'ordinal' ORDER BY y.ordinal), '[]')
                FROM (SELECT %s, m.ordinal FROM meeting m
                  WHERE m.branch_code = r.branch_code AND m.month = r.month) y)),
          r.recorded_at, r.recorded_by, ?
        FROM merged_record g
        JOIN monthly_record r ON r.branch_code = g.branch_code AND r.month = g.month
        WHERE g.changed
        """
            .formatted(named(Table.RECORDS, "r."), named(Table.MEETINGS, "m.")),
        at);
  }

  private void insertNew(String by, OffsetDateTime at) throws SQLException {
    session.change(
        """
        INSERT INTO monthly_record
          (%s, version, row_digest, meetings_digest, digest, recorded_at, recorded_by)
        SELECT %s, 1, g.row_digest, g.meetings_digest, g.digest, ?, ?
        FROM merged_record g JOIN stage_records s ON s.line = g.line
        WHERE g.old_version IS NULL
        """
            .formatted(RowColumns.list(Table.RECORDS), RowColumns.list(Table.RECORDS, "s.")),
        at,
        by);
  }

  private void updateChanged(String by, OffsetDateTime at) throws SQLException {
    String assignments =
        Table.RECORDS.fields().stream()
            .filter(field -> !field.key())
            .map(Field::column)
            .map(column -> column + " = s." + column)
            .collect(Collectors.joining(", "));
    session.run(
        """
        UPDATE monthly_record r SET %s
        FROM merged_record g JOIN stage_records s ON s.line = g.line
        WHERE g.changed AND g.old_version IS NOT NULL
          AND r.branch_code = g.branch_code AND r.month = g.month
        """
            .formatted(assignments));
    session.change(
        """
        UPDATE monthly_record r SET version = g.old_version + 1, status = 'FILED',
          return_reason = NULL, row_digest = g.row_digest, meetings_digest = g.meetings_digest,
          digest = g.digest, recorded_at = ?, recorded_by = ?
        FROM merged_record g
        WHERE g.changed AND g.old_version IS NOT NULL
          AND r.branch_code = g.branch_code AND r.month = g.month
        """,
        at,
        by);
  }

  private void replaceMeetings(String which) throws SQLException {
    session.run(
        """
        DELETE FROM meeting m USING merged_record g
        WHERE g.changed AND g.old_version IS NOT NULL %s
          AND m.branch_code = g.branch_code AND m.month = g.month
        """
            .formatted(which));
    session.run(
        """
        INSERT INTO meeting (%s, ordinal)
        SELECT %s, row_number() OVER (PARTITION BY s.branch_code, s.month ORDER BY s.line)
        FROM stage_meetings s
        JOIN merged_record g ON g.branch_code = s.branch_code AND g.month = s.month
        WHERE g.changed AND NOT s.rejected
        """
            .formatted(RowColumns.list(Table.MEETINGS), RowColumns.list(Table.MEETINGS, "s.")));
  }

  /** The columns under the names of the API, months as the API writes them. */
  private static String named(Table table, String prefix) {
    return table.fields().stream()
        .filter(field -> table != Table.MEETINGS || !isKeyOfRecord(field))
        .map(
            field ->
                (field.type() == FieldType.MONTH
                        ? "to_char(" + prefix + field.column() + ", 'YYYY-MM')"
                        : prefix + field.column())
                    + " AS \""
                    + field.name()
                    + "\"")
        .collect(Collectors.joining(", "));
  }

  private static boolean isKeyOfRecord(Field field) {
    return field.name().equals("branchCode") || field.name().equals("month");
  }
}

package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.StringReader;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liangpai.calendar.DueDay;
import org.liangpai.evaluation.BranchHistory;
import org.liangpai.evaluation.BranchJudgement;
import org.liangpai.evaluation.Hit;
import org.liangpai.evaluation.RecordOnFile;
import org.liangpai.evaluation.RuleFailure;
import org.liangpai.shared.NamedStatement;
import org.liangpai.warninglist.ItemInForce;
import org.postgresql.PGConnection;

/**
 * Stores what a run found in a range of branches: new findings come in, those not yet verified
 * follow the data, verified ones stay. Sets of rows in a fixed number of statements.
 */
@ApplicationScoped
class FindingWriter {

  /** Which run stores, and when. */
  record Stamp(UUID sweep, YearMonth month, String list, OffsetDateTime at, DueDay verifyDue) {}

  private static final String TABLES =
      """
      CREATE TEMP TABLE IF NOT EXISTS hit (
          branch_code text, item text, duty text, carded boolean, level text, running integer, sentence text,
          judged_values jsonb, limits jsonb, working_days integer, record_version integer, roster_version integer
      ) ON COMMIT DELETE ROWS;
      CREATE TEMP TABLE IF NOT EXISTS unjudged (branch_code text, item text) ON COMMIT DELETE ROWS;
      """;

  private static final String INSERT_NEW =
      """
      WITH found AS (
          INSERT INTO finding (branch_code, month, item, duty, carded, level, running, sentence, judged_values, limits,
              working_days, list_fingerprint, record_version, roster_version, found_in, found_at, verify_due_on,
              verify_from, verify_working_days, latest_values)
          SELECT branch_code, :month, item, duty, carded, level, running, sentence, judged_values, limits, working_days,
              :list, record_version, roster_version, :sweep, :at, :due, :dueFrom, :dueDays, judged_values
          FROM hit ORDER BY branch_code, item
          ON CONFLICT ON CONSTRAINT uq_finding_branch_month_item DO NOTHING
          RETURNING id, level, running, judged_values)
      INSERT INTO finding_event (finding_id, at, actor, act, sweep_id, after)
      SELECT id, :at, '系统', 'FOUND', :sweep,
          jsonb_build_object('level', level, 'running', running, 'values', judged_values)
      FROM found
      """;

  /**
   * A finding that nobody has decided, or whose data changed since it was set aside, is as this run
   * found it.
   */
  private static final String FOLLOW_DATA =
      """
      WITH old AS (
          SELECT f.id, f.status, f.level, f.running, f.judged_values
          FROM finding f JOIN hit h USING (branch_code, item)
          WHERE f.month = :month AND (
              f.status = 'WITHDRAWN'
              OR (f.status IN ('DISMISSED', 'DATA_ERROR') AND f.judged_values <> h.judged_values)
              OR (f.status = 'PENDING' AND (f.level, f.running, f.judged_values, f.limits, f.sentence)
                  IS DISTINCT FROM (h.level, h.running, h.judged_values, h.limits, h.sentence)))
          FOR UPDATE OF f),
      renewed AS (
          UPDATE finding f SET status = 'PENDING', level = h.level, running = h.running, sentence = h.sentence,
              judged_values = h.judged_values, latest_values = h.judged_values, limits = h.limits,
              working_days = h.working_days, duty = h.duty, carded = h.carded, list_fingerprint = :list,
              record_version = h.record_version, roster_version = h.roster_version, still_hit = true,
              found_in = :sweep, found_at = :at, decided_at = NULL, decided_by = NULL, reason = NULL,
              verify_due_on = CASE WHEN f.status = 'PENDING' THEN f.verify_due_on ELSE :due END,
              verify_from = CASE WHEN f.status = 'PENDING' THEN f.verify_from ELSE :dueFrom END,
              verify_working_days = CASE WHEN f.status = 'PENDING' THEN f.verify_working_days ELSE :dueDays END,
              version = f.version + 1
          FROM hit h, old
          WHERE f.id = old.id AND h.branch_code = f.branch_code AND h.item = f.item
          RETURNING f.id, f.level, f.running, f.judged_values)
      INSERT INTO finding_event (finding_id, at, actor, act, sweep_id, before, after)
      SELECT old.id, :at, '系统',
          CASE old.status WHEN 'PENDING' THEN 'UPDATED' WHEN 'WITHDRAWN' THEN 'REINSTATED' ELSE 'REOPENED' END, :sweep,
          jsonb_build_object('level', old.level, 'running', old.running, 'values', old.judged_values),
          jsonb_build_object('level', renewed.level, 'running', renewed.running, 'values', renewed.judged_values)
      FROM old JOIN renewed ON renewed.id = old.id
      """;

  /** A verified finding stays as it was; that its data have changed since is noted once. */
  private static final String NOTE_CHANGED_DATA =
      """
      WITH changed AS (
          SELECT f.id, f.latest_values AS before, h.judged_values AS after
          FROM finding f JOIN hit h USING (branch_code, item)
          WHERE f.month = :month
              AND (f.status = 'CONFIRMED'
                  OR (f.status IN ('DISMISSED', 'DATA_ERROR') AND f.judged_values = h.judged_values))
              AND (NOT f.still_hit OR f.latest_values <> h.judged_values)
          FOR UPDATE OF f),
      noted AS (
          UPDATE finding f SET still_hit = true, latest_values = changed.after, version = f.version + 1
          FROM changed WHERE f.id = changed.id)
      INSERT INTO finding_event (finding_id, at, actor, act, sweep_id, before, after)
      SELECT id, :at, '系统', 'DATA_CHANGED', :sweep, before, after FROM changed
      """;

  private static final String WITHDRAW_OR_NOTE_GONE =
      """
      WITH gone AS (
          SELECT f.id, f.status, f.level, f.running, f.judged_values
          FROM finding f
          WHERE f.month = :month AND f.branch_code BETWEEN :first AND :last AND f.still_hit AND f.status <> 'WITHDRAWN'
              AND NOT EXISTS (SELECT FROM hit h WHERE h.branch_code = f.branch_code AND h.item = f.item)
              AND NOT EXISTS (SELECT FROM unjudged u WHERE u.branch_code = f.branch_code AND u.item = f.item)
          FOR UPDATE OF f),
      marked AS (
          UPDATE finding f SET still_hit = false, version = f.version + 1,
              status = CASE WHEN f.status = 'PENDING' THEN 'WITHDRAWN' ELSE f.status END
          FROM gone WHERE f.id = gone.id)
      INSERT INTO finding_event (finding_id, at, actor, act, sweep_id, before)
      SELECT id, :at, '系统', CASE status WHEN 'PENDING' THEN 'WITHDRAWN' ELSE 'NO_LONGER_HIT' END, :sweep,
          jsonb_build_object('level', level, 'running', running, 'values', judged_values)
      FROM gone
      """;

  /** Brings the findings of the month in line with the judgements of a range. */
  void write(
      Connection connection,
      Stamp stamp,
      HistoryReader.Range range,
      List<BranchJudgement> judgements,
      Map<String, BranchHistory> branches)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLES);
    }
    copy(connection, "hit", hits(judgements, branches, stamp.month()));
    copy(connection, "unjudged", failures(judgements));
    for (String sql : List.of(NOTE_CHANGED_DATA, FOLLOW_DATA, INSERT_NEW, WITHDRAW_OR_NOTE_GONE)) {
      execute(connection, sql, stamp, range);
    }
    writeFailures(connection, stamp, judgements);
  }

  private static void writeFailures(
      Connection connection, Stamp stamp, List<BranchJudgement> judgements) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "INSERT INTO sweep_failure (sweep_id, branch_code, item, message) VALUES (?, ?, ?, ?)")) {
      for (BranchJudgement judgement : judgements) {
        for (RuleFailure failure : judgement.failures()) {
          insert.setObject(1, stamp.sweep());
          insert.setString(2, failure.branchCode());
          insert.setString(3, failure.item());
          insert.setString(4, failure.message());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void execute(
      Connection connection, String sql, Stamp stamp, HistoryReader.Range range)
      throws SQLException {
    NamedStatement.of(sql)
        .with("month", stamp.month().atDay(1))
        .with("list", stamp.list())
        .with("sweep", stamp.sweep())
        .with("at", stamp.at())
        .with("due", stamp.verifyDue().day())
        .with("dueFrom", stamp.verifyDue().from())
        .with("dueDays", stamp.verifyDue().workingDays())
        .with("first", range.first())
        .with("last", range.last())
        .execute(connection);
  }

  /** Puts rows into a table of the transaction. */
  static void copy(Connection connection, String table, CopyText rows) throws SQLException {
    try {
      connection
          .unwrap(PGConnection.class)
          .getCopyAPI()
          .copyIn("COPY " + table + " FROM STDIN", new StringReader(rows.text()));
    } catch (IOException e) {
      throw new SQLException(e);
    }
  }

  private static CopyText hits(
      List<BranchJudgement> judgements, Map<String, BranchHistory> branches, YearMonth month) {
    CopyText rows = new CopyText();
    for (BranchJudgement judgement : judgements) {
      BranchHistory branch = branches.get(judgement.branchCode());
      RecordOnFile record = branch.records().get(month);
      for (Hit hit : judgement.hits()) {
        ItemInForce item = hit.verdict().item();
        rows.row(
            judgement.branchCode(),
            item.code(),
            item.duty(),
            item.isCarded(),
            hit.level(),
            hit.running(),
            hit.sentence(),
            Json.write(hit.verdict().values()),
            Json.write(item.limits()),
            item.workingDays(),
            record == null ? null : record.version(),
            branch.versionAt(month.atEndOfMonth()).version());
      }
    }
    return rows;
  }

  private static CopyText failures(List<BranchJudgement> judgements) {
    CopyText rows = new CopyText();
    for (BranchJudgement judgement : judgements) {
      for (RuleFailure failure : judgement.failures()) {
        rows.row(failure.branchCode(), failure.item());
      }
    }
    return rows;
  }
}

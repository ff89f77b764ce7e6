package org.liangpai.sweep;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.evaluation.BranchJudgement;
import org.liangpai.security.Viewer;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;

/** The runs that are kept in the database, which decides between two that begin at once. */
@ApplicationScoped
class Sweeps {

  private static final String SELECT =
      """
      SELECT id, month, occasion, status, requested_by, started_at, finished_at, cancel_requested_by, list_fingerprint,
          rules_fingerprint, branches_on_roster, branches_to_judge, healthy, partly_judged, flagged, not_filed_only,
          failed, hits, not_judged, result_hash, reading_nanos, judging_nanos, writing_nanos, fault
      FROM sweep
      """;

  /**
   * Counts the roster as it was on a day, by the version that judging takes, in all and for each
   * unit at which branches are today.
   */
  private static final String INSERT =
      """
      WITH roster AS (
          SELECT DISTINCT ON (branch_code) branch_code, founded_on, dissolved_on
          FROM branch_version
          ORDER BY branch_code, effective_on <= :asOf DESC, CASE WHEN effective_on <= :asOf THEN effective_on END DESC,
              CASE WHEN effective_on <= :asOf THEN version END DESC, effective_on, version),
      counted AS (
          SELECT b.unit_code, count(*) AS branches, count(*) FILTER (
              WHERE r.founded_on <= :asOf AND (r.dissolved_on IS NULL OR r.dissolved_on > :asOf)) AS to_judge
          FROM roster r JOIN branch b USING (branch_code) GROUP BY b.unit_code),
      begun AS (
          INSERT INTO sweep (id, month, occasion, status, requested_by, started_at, list_fingerprint,
              rules_fingerprint, branches_on_roster, branches_to_judge)
          SELECT :id, :month, :occasion, 'RUNNING', :by, :at, :list, :rules, coalesce(sum(branches), 0),
              coalesce(sum(to_judge), 0)
          FROM counted
          ON CONFLICT DO NOTHING
          RETURNING id),
      by_unit AS (
          INSERT INTO sweep_unit (sweep_id, unit_code, branches_on_roster, branches_to_judge)
          SELECT begun.id, unit_code, branches, to_judge FROM counted CROSS JOIN begun)
      SELECT count(*) FROM begun
      """;

  /** Adds what was judged of some branches to the counts of their units. */
  private static final String COUNT_BY_UNIT =
      """
      INSERT INTO sweep_unit (sweep_id, unit_code, healthy, partly_judged, flagged, not_filed_only, failed, hits)
      SELECT :id, b.unit_code, sum(j.healthy), sum(j."partlyJudged"), sum(j.flagged), sum(j."notFiledOnly"),
          sum(j.failed), sum(j.hits)
      FROM jsonb_to_recordset(CAST(:judged AS jsonb)) AS j(branch text, healthy int, "partlyJudged" int, flagged int,
          "notFiledOnly" int, failed int, hits int)
      JOIN branch b ON b.branch_code = j.branch
      GROUP BY b.unit_code ORDER BY b.unit_code
      ON CONFLICT ON CONSTRAINT pk_sweep_unit DO UPDATE SET healthy = sweep_unit.healthy + excluded.healthy,
          partly_judged = sweep_unit.partly_judged + excluded.partly_judged,
          flagged = sweep_unit.flagged + excluded.flagged,
          not_filed_only = sweep_unit.not_filed_only + excluded.not_filed_only,
          failed = sweep_unit.failed + excluded.failed, hits = sweep_unit.hits + excluded.hits
      """;

  private final SweepTransactions transactions;
  private final Auditing auditing;

  Sweeps(SweepTransactions transactions, Auditing auditing) {
    this.transactions = transactions;
    this.auditing = auditing;
  }

  /**
   * Begins a run; nothing if one of the month is running, or the calendar has started it before.
   */
  boolean begin(
      UUID id,
      YearMonth month,
      Occasion occasion,
      String by,
      Instant at,
      String list,
      String rules) {
    return transactions.call(
        connection -> {
          boolean isNew =
              NamedStatement.of(INSERT)
                      .with("id", id)
                      .with("month", month.atDay(1))
                      .with("asOf", month.atEndOfMonth())
                      .with("occasion", occasion.name())
                      .with("by", by)
                      .with("at", inZone(at))
                      .with("list", list)
                      .with("rules", rules)
                      .list(connection, row -> row.getInt(1))
                      .get(0)
                  == 1;
          if (isNew) {
            auditing.record(
                connection,
                List.of(
                    Entry.of(Act.SWEEP_STARTED, ObjectKind.SWEEP, id)
                        .now(Map.of("month", month, "occasion", occasion))));
          }
          return isNew;
        });
  }

  Optional<Sweep> find(UUID id) {
    return transactions.call(
        connection -> select(connection, SELECT + "WHERE id = ?", id).stream().findFirst());
  }

  Optional<Sweep> running(YearMonth month) {
    return transactions.call(
        connection ->
            select(connection, SELECT + "WHERE month = ? AND status = 'RUNNING'", month.atDay(1))
                .stream()
                .findFirst());
  }

  /** The runs started before one, the latest first; of one month if given. */
  List<Sweep> list(Optional<YearMonth> month, Optional<UUID> before, int most) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder where = new StringBuilder("WHERE true");
    month.ifPresent(
        of -> {
          where.append(" AND month = ?");
          parameters.add(of.atDay(1));
        });
    before.ifPresent(
        id -> {
          where.append(" AND (started_at, id) < (SELECT started_at, id FROM sweep WHERE id = ?)");
          parameters.add(id);
        });
    parameters.add(most);
    String sql = SELECT + where + " ORDER BY started_at DESC, id DESC LIMIT ?";
    return transactions.call(connection -> select(connection, sql, parameters.toArray()));
  }

  /** The latest run that has ended with results. */
  Optional<Sweep> latestWithResults() {
    String sql =
        SELECT
            + "WHERE status IN ('DONE', 'PARTIAL') ORDER BY month DESC, started_at DESC, id DESC LIMIT 1";
    return transactions.call(connection -> select(connection, sql).stream().findFirst());
  }

  List<Sweep> running() {
    return transactions.call(
        connection -> select(connection, SELECT + "WHERE status = 'RUNNING' ORDER BY started_at"));
  }

  boolean hasScheduled(YearMonth month) {
    return transactions.call(
        connection ->
            !select(
                    connection,
                    SELECT + "WHERE month = ? AND occasion = 'SCHEDULED'",
                    month.atDay(1))
                .isEmpty());
  }

  /**
   * Asks a running run to stop after the range that it is at; has no effect on one that has ended.
   */
  void requestCancel(UUID id, String by) {
    transactions.call(
        connection -> {
          int asked =
              NamedStatement.of(
                      """
                      UPDATE sweep SET cancel_requested_by = :by
                      WHERE id = :id AND status = 'RUNNING' AND cancel_requested_by IS NULL
                      """)
                  .with("by", by)
                  .with("id", id)
                  .execute(connection);
          if (asked == 1) {
            auditing.record(
                connection, List.of(Entry.of(Act.SWEEP_CANCELLED, ObjectKind.SWEEP, id)));
          }
          return asked;
        });
  }

  /** Where a run stands, held against other changes for the transaction. */
  Sweep lock(Connection connection, UUID id) throws SQLException {
    return select(connection, SELECT + "WHERE id = ? FOR UPDATE", id).get(0);
  }

  String cursor(Connection connection, UUID id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("SELECT cursor_branch FROM sweep WHERE id = ?")) {
      select.setObject(1, id);
      try (ResultSet result = select.executeQuery()) {
        result.next();
        return result.getString(1);
      }
    }
  }

  /** Stores how far a run has come. */
  void advance(Connection connection, UUID id, String cursor, RunLedger ledger, Sweep.Timings spent)
      throws SQLException {
    Sweep.Counts counts = ledger.counts();
    NamedStatement.of(
            """
            UPDATE sweep SET cursor_branch = :cursor, healthy = :healthy, partly_judged = :partly, flagged = :flagged,
                not_filed_only = :notFiled, failed = :failed, hits = :hits, not_judged = CAST(:notJudged AS jsonb),
                result_hash = :hash, reading_nanos = :reading, judging_nanos = :judging, writing_nanos = :writing
            WHERE id = :id
            """)
        .with("cursor", cursor)
        .with("healthy", counts.healthy())
        .with("partly", counts.partlyJudged())
        .with("flagged", counts.flagged())
        .with("notFiled", counts.notFiledOnly())
        .with("failed", counts.failed())
        .with("hits", counts.hits())
        .with("notJudged", Json.write(ledger.notJudged()))
        .with("hash", ledger.hash())
        .with("reading", spent.reading().toNanos())
        .with("judging", spent.judging().toNanos())
        .with("writing", spent.writing().toNanos())
        .with("id", id)
        .execute(connection);
  }

  /** Adds the judgements of some branches to the counts of their units. */
  void countByUnit(Connection connection, UUID id, List<BranchJudgement> judgements)
      throws SQLException {
    List<JudgedBranch> judged =
        judgements.stream()
            .map(one -> JudgedBranch.of(one.branchCode(), RunLedger.counted(one)))
            .toList();
    NamedStatement.of(COUNT_BY_UNIT)
        .with("id", id)
        .with("judged", Json.write(judged))
        .execute(connection);
  }

  private record JudgedBranch(
      String branch,
      int healthy,
      int partlyJudged,
      int flagged,
      int notFiledOnly,
      int failed,
      int hits) {

    static JudgedBranch of(String branch, Sweep.Counts counts) {
      return new JudgedBranch(
          branch,
          counts.healthy(),
          counts.partlyJudged(),
          counts.flagged(),
          counts.notFiledOnly(),
          counts.failed(),
          counts.hits());
    }
  }

  /** Ends a run; one that has ended stays as it is. */
  void finish(UUID id, SweepStatus status, Instant at, String fault) {
    transactions.call(
        connection -> {
          int ended =
              NamedStatement.of(
                      """
                      UPDATE sweep SET status = :status, finished_at = :at, fault = CAST(:fault AS text)
                      WHERE id = :id AND status = 'RUNNING'
                      """)
                  .with("status", status.name())
                  .with("at", inZone(at))
                  .with("fault", fault)
                  .with("id", id)
                  .execute(connection);
          if (ended == 1) {
            auditing.record(
                connection,
                Viewer.SERVICE,
                Entry.of(Act.SWEEP_ENDED, ObjectKind.SWEEP, id)
                    .changed(Map.of("status", SweepStatus.RUNNING), Map.of("status", status))
                    .because(fault));
          }
          return ended;
        });
  }

  static OffsetDateTime inZone(Instant at) {
    return at.atZone(ClockProducer.ZONE).toOffsetDateTime();
  }

  private static List<Sweep> select(Connection connection, String sql, Object... parameters)
      throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setObject(i + 1, parameters[i]);
      }
      List<Sweep> sweeps = new ArrayList<>();
      try (ResultSet result = select.executeQuery()) {
        while (result.next()) {
          sweeps.add(sweep(result));
        }
      }
      return sweeps;
    }
  }

  private static Sweep sweep(ResultSet row) throws SQLException {
    return new Sweep(
        row.getObject("id", UUID.class),
        YearMonth.from(row.getObject("month", LocalDate.class)),
        Occasion.valueOf(row.getString("occasion")),
        SweepStatus.valueOf(row.getString("status")),
        row.getString("requested_by"),
        row.getObject("started_at", OffsetDateTime.class).toInstant(),
        Optional.ofNullable(row.getObject("finished_at", OffsetDateTime.class))
            .map(OffsetDateTime::toInstant)
            .orElse(null),
        row.getString("cancel_requested_by"),
        row.getString("list_fingerprint"),
        row.getString("rules_fingerprint"),
        counts(row),
        Json.read(row.getString("not_judged"), new TypeReference<Map<String, Integer>>() {}),
        row.getString("result_hash"),
        new Sweep.Timings(
            Duration.ofNanos(row.getLong("reading_nanos")),
            Duration.ofNanos(row.getLong("judging_nanos")),
            Duration.ofNanos(row.getLong("writing_nanos"))),
        row.getString("fault"));
  }

  static Sweep.Counts counts(ResultSet row) throws SQLException {
    return new Sweep.Counts(
        row.getInt("branches_on_roster"),
        row.getInt("branches_to_judge"),
        row.getInt("healthy"),
        row.getInt("partly_judged"),
        row.getInt("flagged"),
        row.getInt("not_filed_only"),
        row.getInt("failed"),
        row.getInt("hits"));
  }
}

package org.liangpai.intake.merge;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.TableSource;

/**
 * The one way in: stages the rows of an upload, checks them and merges the good ones. It belongs to
 * the transaction of its connection; nothing is stored before the caller commits.
 */
public final class Merge {

  private static final int MOST_ERRORS = 1_000;

  /** Any number will do that no other lock of the service uses. */
  private static final long LOCK = 7_230_011;

  private final Connection connection;
  private final Session session;
  private final FilingScope scope;
  private final OffsetDateTime at;
  private Set<Table> present;

  public Merge(Connection connection, FilingScope scope, OffsetDateTime at) {
    this.connection = connection;
    this.session = new Session(connection);
    this.scope = scope;
    this.at = at;
  }

  /** Runs it; changed rows of the roster hold from the effective day on. */
  public Merged run(List<TableSource> sources, LocalDate effectiveOn)
      throws SQLException, IOException {
    session.run("SET LOCAL jit = off");
    session.run("SET LOCAL work_mem = '64MB'");
    present = new Staging(session).stage(sources);
    // From here on alone: two imports of one file are one import and one that changes nothing.
    session.run("SELECT pg_advisory_xact_lock(" + LOCK + ")");
    for (Table table : List.of(Table.UNITS, Table.BRANCHES, Table.RECORDS)) {
      if (present.contains(table)) {
        DuplicateCheck.run(session, table);
      }
    }
    new ScopeCheck(session, scope).run();
    for (Table table : List.of(Table.UNITS, Table.BRANCHES)) {
      if (present.contains(table)) {
        new AlikeCheck(session).run(table);
      }
    }
    String by = scope.by();
    long units =
        present.contains(Table.UNITS) && scope.allowsUnits()
            ? new UnitMerge(session).run(by, at)
            : 0;
    long branches =
        present.contains(Table.BRANCHES)
            ? new BranchMerge(session, scope.roster()).run(effectiveOn, by, at)
            : 0;
    long records = 0;
    long meetings = 0;
    if (present.contains(Table.RECORDS) || present.contains(Table.MEETINGS)) {
      new RecordCheck(session, scope.records()).run();
      new RecordMerge(session).run(present.contains(Table.MEETINGS), by, at);
      records = session.count("SELECT count(line) FROM merged_record WHERE changed");
      meetings =
          session.count(
              """
              SELECT count(*) FROM stage_meetings s
              JOIN merged_record g ON g.branch_code = s.branch_code AND g.month = s.month
              WHERE g.changed AND NOT s.rejected
              """);
    }
    RowCounts accepted = new RowCounts(units, branches, records, meetings);
    RowCounts rejected = count("rejected");
    RowCounts good = count("NOT rejected");
    RowCounts unchanged =
        new RowCounts(
            good.units() - units,
            good.branches() - branches,
            good.records() - records,
            good.meetings() - meetings);
    return new Merged(
        accepted,
        rejected,
        unchanged,
        errors(),
        session.count("SELECT count(*) FROM " + Stage.FAULTS));
  }

  /** The tables that the upload had, be it without rows. */
  public Set<Table> present() {
    return present;
  }

  /** The rejected rows, to be read before the transaction ends. */
  public FailedRows failedRows() {
    return new FailedRows(connection);
  }

  private RowCounts count(String condition) throws SQLException {
    return new RowCounts(
        count(Table.UNITS, condition),
        count(Table.BRANCHES, condition),
        count(Table.RECORDS, condition),
        count(Table.MEETINGS, condition));
  }

  private long count(Table table, String condition) throws SQLException {
    return session.count("SELECT count(*) FROM " + Stage.of(table) + " WHERE " + condition);
  }

  private List<RowError> errors() throws SQLException {
    List<RowError> errors = new ArrayList<>();
    String sql =
        "SELECT tab, row_no, field, value, message FROM stage_fault ORDER BY tab, line, field LIMIT "
            + MOST_ERRORS;
    try (PreparedStatement statement = connection.prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        Table table = Table.values()[result.getInt(1)];
        errors.add(
            new RowError(
                table.id(),
                result.getInt(2),
                result.getString(3),
                result.getString(4),
                result.getString(5)));
      }
    }
    return errors;
  }
}

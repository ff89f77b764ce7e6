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
import org.liangpai.intake.fact.Facts;

/**
 * The one way in: stages the rows of an upload, checks them and merges the good ones. It belongs to
 * the transaction of its connection; nothing is stored before the caller commits.
 */
public final class Merge {

  /**
   * As many as a person can use. An upload that has more is looked at no further and not stored.
   */
  public static final int MOST_ERRORS = 2_000;

  private final Connection connection;
  private final Session session;
  private final FilingScope scope;
  private final OffsetDateTime at;
  private final Removals wish;
  private final Progress progress;
  private final Remarks doubts = new Remarks("处不大可能的内容");
  private final MeetingRemovals removals;
  private final ScopeCheck scopeCheck;
  private Set<Table> present;

  /**
   * @param at when it is; whatever a row says was done cannot lie after that day
   * @param wish what becomes of meetings that do not come again
   */
  public Merge(
      Connection connection,
      FilingScope scope,
      OffsetDateTime at,
      Removals wish,
      Progress progress) {
    this.connection = connection;
    this.session = new Session(connection);
    this.scope = scope;
    this.at = at;
    this.wish = wish;
    this.progress = progress;
    this.removals = new MeetingRemovals(session);
    this.scopeCheck = new ScopeCheck(session, scope);
  }

  /** Runs it; changed rows of the roster hold from the effective day on. */
  public Merged run(List<TableSource> sources, LocalDate effectiveOn)
      throws SQLException, IOException {
    session.run("SET LOCAL jit = off");
    session.run("SET LOCAL work_mem = '64MB'");
    session.run(MeetingRemovals.CREATE);
    present = new Staging(session, new Facts(at.toLocalDate()), progress, doubts).stage(sources);
    session.run("SAVEPOINT before_merging");
    RowCounts accepted = isHopeless() ? RowCounts.NONE : merge(effectiveOn);
    boolean stopped = isHopeless();
    RowCounts rejected = count("rejected");
    Merged merged =
        new Merged(
            stopped ? RowCounts.NONE : accepted,
            rejected,
            stopped ? RowCounts.NONE : count("NOT rejected").minus(accepted),
            errors(),
            session.count("SELECT count(*) FROM " + Stage.FAULTS),
            stopped,
            removals.listed(),
            stopped ? List.of() : doubts.sentences(),
            scopeCheck.takenElsewhere());
    if (stopped) {
      session.run("ROLLBACK TO SAVEPOINT before_merging");
    }
    progress.reached("正在保存");
    return merged;
  }

  /** The tables that the upload had, be it without rows. */
  public Set<Table> present() {
    return present;
  }

  /** The rejected rows, to be read before the transaction ends. */
  public FailedRows failedRows() {
    return new FailedRows(connection);
  }

  private RowCounts merge(LocalDate effectiveOn) throws SQLException {
    progress.reached("等待其他导入");
    boolean withUnits = present.contains(Table.UNITS) && scope.allowsUnits();
    MergeTurn turn = new MergeTurn(session);
    if (withUnits) {
      turn.takeWhole();
    } else {
      turn.take();
    }
    progress.reached("正在核对");
    for (Table table : List.of(Table.UNITS, Table.BRANCHES, Table.RECORDS)) {
      if (present.contains(table)) {
        DuplicateCheck.run(session, table);
      }
    }
    scopeCheck.run();
    for (Table table : List.of(Table.UNITS, Table.BRANCHES)) {
      if (present.contains(table)) {
        new AlikeCheck(session).run(table);
      }
    }
    long units = withUnits && !isHopeless() ? new UnitMerge(session).run(scope.by(), at) : 0;
    long branches = present.contains(Table.BRANCHES) && !isHopeless() ? roster(effectiveOn) : 0;
    boolean filed = present.contains(Table.RECORDS) || present.contains(Table.MEETINGS);
    if (!filed || isHopeless()) {
      return new RowCounts(units, branches, 0, 0);
    }
    new RecordCheck(session, scope.records()).run();
    return isHopeless() ? RowCounts.NONE : records(units, branches);
  }

  private long roster(LocalDate effectiveOn) throws SQLException {
    long changed = new BranchMerge(session, scope.roster()).run(effectiveOn, scope.by(), at);
    new LifeCheck(session).remarkOnFile(doubts);
    return changed;
  }

  private RowCounts records(long units, long branches) throws SQLException {
    boolean withMeetings = present.contains(Table.MEETINGS);
    boolean mayEmpty = withMeetings && wish == Removals.ACCEPT;
    RecordMerge records = new RecordMerge(session);
    progress.reached("正在比对纪实");
    records.compare(mayEmpty);
    if (withMeetings) {
      removals.find(wish);
    }
    records.store(mayEmpty, scope.by(), at);
    new Unlikely(session).remark(doubts);
    return new RowCounts(
        units,
        branches,
        session.count("SELECT count(line) FROM merged_record WHERE changed"),
        session.count(
            """
            SELECT count(*) FROM stage_meetings s
            JOIN merged_record g ON g.branch_code = s.branch_code AND g.month = s.month
            WHERE g.changed AND NOT s.rejected
            """));
  }

  /** Whether there are more errors than are looked for. */
  private boolean isHopeless() throws SQLException {
    return session.count(
            "SELECT count(*) FROM (SELECT FROM stage_fault LIMIT " + (MOST_ERRORS + 1) + ") f")
        > MOST_ERRORS;
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

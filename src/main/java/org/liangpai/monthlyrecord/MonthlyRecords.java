package org.liangpai.monthlyrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.Table;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** The monthly records on file, as far as the viewer's scope goes. */
@ApplicationScoped
public class MonthlyRecords {

  private static final String SELECT =
      """
      SELECT %s, r.version, r.status, r.return_reason, r.recorded_at, r.recorded_by
      FROM monthly_record r
      """
          .formatted(RowColumns.list(Table.RECORDS, "r."));

  private final Transactions transactions;
  private final CurrentViewer viewer;

  MonthlyRecords(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /** The record of a branch and month with its meetings. */
  public Optional<MonthlyRecord> find(String branchCode, YearMonth month) {
    return latest(branchCode, month, month);
  }

  /** The months from one on for which records of some branches are on file, the latest first. */
  public Map<String, List<YearMonth>> filedMonths(Collection<String> branches, YearMonth from) {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT r.branch_code, r.month FROM monthly_record r
        WHERE r.branch_code = ANY (:branches) AND r.month >= :from AND r.status = 'FILED' %s
        ORDER BY r.month DESC
        """
            .formatted(scope.ofBranch("r.branch_code"));
    Map<String, List<YearMonth>> months = new HashMap<>();
    transactions.call(
        connection -> {
          scope
              .bind(NamedStatement.of(sql))
              .with("branches", branches.toArray(String[]::new))
              .with("from", from.atDay(1))
              .each(
                  connection,
                  row ->
                      months
                          .computeIfAbsent(row.getString(1), branch -> new ArrayList<>())
                          .add(YearMonth.from(row.getObject(2, LocalDate.class))));
          return null;
        });
    return months;
  }

  /** The latest record of the twelve months before the given one. */
  Optional<MonthlyRecord> latestBefore(String branchCode, YearMonth month) {
    return latest(branchCode, month.minusMonths(12), month.minusMonths(1));
  }

  /** Every version of a record as JSON, the latest first; empty if there is no such record. */
  public List<RecordVersion> versions(String branchCode, YearMonth month) {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT version, content, recorded_at, recorded_by, superseded_at
        FROM monthly_record_version WHERE branch_code = :branch AND month = :month %s
        ORDER BY version DESC
        """
            .formatted(scope.ofBranch("branch_code"));
    List<RecordVersion> versions = new ArrayList<>();
    find(branchCode, month).map(RecordVersion::current).ifPresent(versions::add);
    versions.addAll(
        transactions.call(
            connection ->
                scope
                    .bind(NamedStatement.of(sql))
                    .with("branch", branchCode)
                    .with("month", month.atDay(1))
                    .list(connection, RecordVersion::superseded)));
    return versions;
  }

  /** Marks a record as returned; false if it was so already or is not on file. */
  boolean markReturned(Connection connection, String branchCode, YearMonth month, String reason)
      throws SQLException {
    Scope scope = viewer.scope();
    String sql =
        """
        UPDATE monthly_record SET status = 'RETURNED', return_reason = :reason
        WHERE branch_code = :branch AND month = :month AND status = 'FILED'
        """
            + scope.ofBranch("monthly_record.branch_code");
    return scope
            .bind(NamedStatement.of(sql))
            .with("reason", reason)
            .with("branch", branchCode)
            .with("month", month.atDay(1))
            .execute(connection)
        == 1;
  }

  private Optional<MonthlyRecord> latest(String branchCode, YearMonth from, YearMonth to) {
    Scope scope = viewer.scope();
    String sql =
        SELECT
            + "WHERE r.branch_code = :branch AND r.month BETWEEN :from AND :to"
            + scope.ofBranch("r.branch_code")
            + " ORDER BY r.month DESC LIMIT 1";
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("branch", branchCode)
                .with("from", from.atDay(1))
                .with("to", to.atDay(1))
                .list(connection, row -> MonthlyRecord.read(row, meetings(connection, row)))
                .stream()
                .findFirst());
  }

  private static List<Row> meetings(Connection connection, ResultSet record) throws SQLException {
    String sql =
        "SELECT %s FROM meeting WHERE branch_code = ? AND month = ? ORDER BY ordinal"
            .formatted(RowColumns.list(Table.MEETINGS));
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, record.getString(1));
      statement.setObject(2, record.getObject(2, LocalDate.class));
      try (ResultSet result = statement.executeQuery()) {
        List<Row> meetings = new ArrayList<>();
        while (result.next()) {
          meetings.add(RowColumns.read(result, Table.MEETINGS));
        }
        return meetings;
      }
    }
  }
}

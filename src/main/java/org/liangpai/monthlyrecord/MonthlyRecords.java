package org.liangpai.monthlyrecord;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowColumns;
import org.liangpai.dictionary.Table;

/** The monthly records on file. */
@ApplicationScoped
public class MonthlyRecords {

  private static final String SELECT =
      """
      SELECT %s, r.version, r.status, r.return_reason, r.recorded_at, r.recorded_by
      FROM monthly_record r
      """
          .formatted(RowColumns.list(Table.RECORDS, "r."));

  private final DataSource database;

  MonthlyRecords(DataSource database) {
    this.database = database;
  }

  /** The record of a branch and month with its meetings. */
  public Optional<MonthlyRecord> find(String branchCode, YearMonth month) {
    return latest(branchCode, month, month);
  }

  /** The latest record of the twelve months before the given one. */
  Optional<MonthlyRecord> latestBefore(String branchCode, YearMonth month) {
    return latest(branchCode, month.minusMonths(12), month.minusMonths(1));
  }

  /** Every version of a record as JSON, the latest first; empty if there is no such record. */
  public List<RecordVersion> versions(String branchCode, YearMonth month) {
    String sql =
        """
        SELECT version, content, recorded_at, recorded_by, superseded_at
        FROM monthly_record_version WHERE branch_code = ? AND month = ? ORDER BY version DESC
        """;
    List<RecordVersion> versions = new ArrayList<>();
    find(branchCode, month).map(RecordVersion::current).ifPresent(versions::add);
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, branchCode);
      statement.setObject(2, month.atDay(1));
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          versions.add(RecordVersion.superseded(result));
        }
      }
      return versions;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** Marks a record as returned; false if it was so already or is not on file. */
  boolean markReturned(String branchCode, YearMonth month, String reason) {
    String sql =
        """
        UPDATE monthly_record SET status = 'RETURNED', return_reason = ?
        WHERE branch_code = ? AND month = ? AND status = 'FILED'
        """;
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, reason);
      statement.setString(2, branchCode);
      statement.setObject(3, month.atDay(1));
      return statement.executeUpdate() == 1;
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  private Optional<MonthlyRecord> latest(String branchCode, YearMonth from, YearMonth to) {
    String sql =
        SELECT
            + "WHERE r.branch_code = ? AND r.month BETWEEN ? AND ? ORDER BY r.month DESC LIMIT 1";
    try (Connection connection = database.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setString(1, branchCode);
      statement.setObject(2, from.atDay(1));
      statement.setObject(3, to.atDay(1));
      try (ResultSet result = statement.executeQuery()) {
        return result.next()
            ? Optional.of(MonthlyRecord.read(result, meetings(connection, result)))
            : Optional.empty();
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
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

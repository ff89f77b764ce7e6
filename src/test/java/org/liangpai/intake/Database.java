package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;

/** A look into the tables for the tests of the intake. */
@ApplicationScoped
class Database {

  private final DataSource database;

  Database(DataSource database) {
    this.database = database;
  }

  void clear() {
    run(
        "TRUNCATE unit, branch, branch_version, monthly_record, meeting, monthly_record_version,"
            + " import_run CASCADE");
  }

  void run(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  String value(String sql) {
    try (Connection connection = database.getConnection();
        Statement statement = connection.createStatement();
        var result = statement.executeQuery(sql)) {
      result.next();
      return result.getString(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}

package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Statement;
import org.liangpai.testsupport.OwnerTransactions;

/** A look into the tables for the tests of the intake. */
@ApplicationScoped
class Database {

  private final OwnerTransactions transactions;

  Database(OwnerTransactions transactions) {
    this.transactions = transactions;
  }

  void clear() {
    run(
        "TRUNCATE unit, branch, branch_version, monthly_record, meeting, monthly_record_version,"
            + " import_run CASCADE");
  }

  void run(String sql) {
    transactions.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }

  String value(String sql) {
    return transactions.call(
        connection -> {
          try (Statement statement = connection.createStatement();
              var result = statement.executeQuery(sql)) {
            result.next();
            return result.getString(1);
          }
        });
  }
}

package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * A transaction of one plain connection, committed at its end or rolled back as a whole. An import
 * may take longer than a managed transaction is allowed to.
 */
@ApplicationScoped
class Transactions {

  /** What is done inside. */
  interface Work<T> {
    T in(Connection connection) throws SQLException, IOException;
  }

  private final DataSource database;

  Transactions(DataSource database) {
    this.database = database;
  }

  <T> T run(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.in(connection);
        connection.commit();
        return result;
      } catch (SQLException | IOException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

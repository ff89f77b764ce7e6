package org.liangpai.shared;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Transactions of plain JDBC, for work on whole sets of rows. They are not bound to the request and
 * have no time limit of their own: an import may take longer than a managed one is allowed to.
 */
@ApplicationScoped
public class Transactions {

  /** Work on a connection. */
  public interface Work<T> {
    T on(Connection connection) throws SQLException, IOException;
  }

  private final DataSource dataSource;

  protected Transactions(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Does the work in a transaction of its own: all of it or, if it throws, nothing. */
  public <T> T call(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | IOException | RuntimeException fault) {
        connection.rollback();
        throw fault;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException fault) {
      throw new DatabaseFault(fault);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }
}

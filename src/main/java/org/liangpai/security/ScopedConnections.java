package org.liangpai.security;

import io.agroal.api.AgroalPoolInterceptor;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import org.liangpai.shared.DatabaseFault;

/**
 * Tells the database with each connection that leaves the pool, that is with each transaction, who
 * looks: its row security then shows and lets change nothing else. Every connection is told anew,
 * so nothing is left of the one before.
 */
@Singleton
class ScopedConnections implements AgroalPoolInterceptor {

  private static final String TELL =
      """
      SELECT set_config('liangpai.account', ?, false), set_config('liangpai.whole', ?, false),
          set_config('liangpai.units', ?, false), set_config('liangpai.branches', ?, false),
          set_config('liangpai.above', ?, false), set_config('liangpai.roles', ?, false)
      """;

  private final CurrentViewer current;

  ScopedConnections(CurrentViewer current) {
    this.current = current;
  }

  @Override
  public void onConnectionAcquire(Connection connection) {
    Viewer viewer = current.viewer();
    Scope scope = current.scope();
    try (PreparedStatement tell = connection.prepareStatement(TELL)) {
      tell.setString(1, viewer.account());
      tell.setString(2, scope.whole() ? "on" : "");
      tell.setString(3, array(connection, scope.units()));
      tell.setString(4, array(connection, scope.branches()));
      tell.setString(5, array(connection, scope.above()));
      tell.setString(
          6, array(connection, viewer.posts().stream().map(post -> post.role().name()).toList()));
      tell.execute();
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  private static String array(Connection connection, List<String> codes) throws SQLException {
    return connection.createArrayOf("text", codes.toArray()).toString();
  }
}

package org.liangpai.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Gives every test of this JVM the same PostgreSQL server, in a temporary folder and without fsync.
 * It ends with the JVM.
 */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

  // A system property, because test classes are loaded more than once.
  /** Of the three roles. */
  public static final String PASSWORD = "only for tests";

  private static final String CHECKPOINTS = "org.liangpai.testsupport.checkpoints";
  private static final String URL = "org.liangpai.testsupport.url";

  @Override
  public Map<String, String> start() {
    if (System.getProperty(URL) == null) {
      System.setProperty(URL, newServer());
      System.setProperty(
          CHECKPOINTS, "target/test-data/audit-%s.jsonl".formatted(UUID.randomUUID()));
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", System.getProperty(URL),
        "quarkus.datasource.password", PASSWORD,
        "quarkus.datasource.sweep.password", PASSWORD,
        "quarkus.flyway.password", PASSWORD,
        // A database and its checkpoints belong together.
        "liangpai.audit.checkpoints", System.getProperty(CHECKPOINTS));
  }

  /** Starts one more server, with the roles of the service, and gives its address. */
  public static String newServer() {
    try {
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setLocaleConfig("locale", "C")
              .setServerConfig("listen_addresses", "127.0.0.1")
              .setServerConfig("timezone", "Asia/Shanghai")
              .setServerConfig("fsync", "off")
              .setServerConfig("full_page_writes", "off")
              .start();
      createRoles(server);
      return "jdbc:postgresql://127.0.0.1:%d/liangpai".formatted(server.getPort());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** The statements of the README for a server of one's own. */
  private static void createRoles(EmbeddedPostgres server) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : List.of("liangpai", "liangpai_app", "liangpai_sweep")) {
        statement.execute("CREATE ROLE %s LOGIN PASSWORD '%s'".formatted(role, PASSWORD));
      }
      statement.execute("CREATE DATABASE liangpai OWNER liangpai");
    }
  }

  @Override
  public void stop() {
    // Left running for the next test class; the server has its own shutdown hook.
  }
}

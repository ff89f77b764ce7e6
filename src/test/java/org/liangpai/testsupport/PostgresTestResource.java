package org.liangpai.testsupport;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Gives every test of this JVM the same PostgreSQL server, in a temporary folder and without fsync.
 * It ends with the JVM.
 */
public class PostgresTestResource implements QuarkusTestResourceLifecycleManager {

  // A system property, because test classes are loaded more than once.
  private static final String URL = "org.liangpai.testsupport.url";

  @Override
  public Map<String, String> start() {
    if (System.getProperty(URL) == null) {
      System.setProperty(URL, startServer());
    }
    return Map.of(
        "quarkus.datasource.jdbc.url", System.getProperty(URL),
        "quarkus.datasource.username", "postgres",
        "quarkus.datasource.password", "postgres");
  }

  private static String startServer() {
    try {
      return EmbeddedPostgres.builder()
          .setLocaleConfig("locale", "C")
          .setServerConfig("listen_addresses", "127.0.0.1")
          .setServerConfig("timezone", "Asia/Shanghai")
          .setServerConfig("fsync", "off")
          .setServerConfig("full_page_writes", "off")
          .start()
          .getJdbcUrl("postgres", "postgres")
          .replace("localhost", "127.0.0.1");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void stop() {
    // Left running for the next test class; the server has its own shutdown hook.
  }
}

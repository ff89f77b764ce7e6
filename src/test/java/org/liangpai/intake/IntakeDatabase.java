package org.liangpai.intake;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;

/** An empty PostgreSQL server and a data directory of their own for the tests of the intake. */
public class IntakeDatabase implements QuarkusTestResourceLifecycleManager {

  private EmbeddedPostgres server;

  @Override
  public Map<String, String> start() {
    try {
      server = EmbeddedPostgres.builder().setLocaleConfig("locale", "C").start();
      return Map.of(
          "quarkus.datasource.jdbc.url",
          server.getJdbcUrl("postgres", "postgres"),
          "quarkus.datasource.username",
          "postgres",
          "quarkus.datasource.password",
          "postgres",
          "liangpai.data-dir",
          Files.createTempDirectory("liangpai-intake").toString());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public void stop() {
    try {
      server.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

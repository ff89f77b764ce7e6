package org.liangpai;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.liangpai.database.DatabaseRefused;
import org.liangpai.database.DatabaseSettings;
import org.liangpai.database.EmbeddedDatabase;
import org.liangpai.shared.Terminal;

/** Starts the service, after its own database if no other one is named. */
@QuarkusMain
public final class Liangpai {

  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String URL_VARIABLE = "QUARKUS_DATASOURCE_JDBC_URL";
  private static final int STOP_SECONDS = 30;

  Liangpai() {}

  /** Runs until the process is told to end. */
  public static void main(String[] args) {
    if (!isDatabaseNamed()) {
      try {
        use(EmbeddedDatabase.start(DatabaseSettings.from(System.getenv())));
      } catch (DatabaseRefused refused) {
        Terminal.err().println(refused.getMessage());
        System.exit(1);
      }
    }
    Quarkus.run(args);
  }

  private static boolean isDatabaseNamed() {
    return isGiven(System.getenv(URL_VARIABLE)) || isGiven(System.getProperty(URL));
  }

  private static boolean isGiven(String value) {
    return value != null && !value.isBlank();
  }

  private static void use(EmbeddedDatabase database) {
    System.setProperty(URL, database.url());
    System.setProperty("quarkus.datasource.password", database.password());
    System.setProperty("quarkus.datasource.sweep.password", database.password());
    System.setProperty("quarkus.flyway.password", database.password());
    CountDownLatch serviceEnded = new CountDownLatch(1);
    var exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
    ApplicationLifecycleManager.setDefaultExitCodeHandler(
        (code, cause) -> {
          serviceEnded.countDown();
          exit.accept(code, cause);
        });
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> close(database, serviceEnded), "database-end"));
  }

  // Shutdown hooks run side by side; the database has to wait for those that still write to it.
  private static void close(EmbeddedDatabase database, CountDownLatch serviceEnded) {
    try {
      serviceEnded.await(STOP_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
    database.close();
  }
}

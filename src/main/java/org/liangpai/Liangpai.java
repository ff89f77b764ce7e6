package org.liangpai;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.liangpai.account.ResetAdministratorCommand;
import org.liangpai.audit.VerifyAuditCommand;
import org.liangpai.database.DatabaseRefused;
import org.liangpai.database.DatabaseSettings;
import org.liangpai.database.EmbeddedDatabase;
import org.liangpai.keys.KeySource;
import org.liangpai.keys.RotateKeyCommand;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.Terminal;

/** Starts the service, after its own database if no other one is named. */
@QuarkusMain
public final class Liangpai {

  private static final String URL = "quarkus.datasource.jdbc.url";
  private static final String URL_VARIABLE = "QUARKUS_DATASOURCE_JDBC_URL";
  private static final String VERIFY_AUDIT = "verify-audit";
  private static final String RESET_ADMINISTRATOR = "reset-administrator";
  private static final String ROTATE_KEY = "rotate-key";
  private static final String OWNER = "liangpai";

  /** Longer than requests have to end when the service stops. */
  private static final int STOP_SECONDS = 60;

  Liangpai() {}

  /** Runs until the process is told to end, or does the one thing that a command asks for. */
  public static void main(String[] args) {
    if (args.length > 0 && args[0].equals(VERIFY_AUDIT)) {
      System.exit(onDatabase(Liangpai::verifyAudit, VerifyAuditCommand.NOT_CHECKED));
    }
    if (args.length > 0 && args[0].equals(RESET_ADMINISTRATOR)) {
      System.exit(resetAdministrator(List.of(args).subList(1, args.length)));
    }
    if (args.length > 0 && args[0].equals(ROTATE_KEY)) {
      System.exit(rotateKey());
    }
    if (!isDatabaseNamed()) {
      try {
        use(EmbeddedDatabase.start(DatabaseSettings.from(System.getenv())));
      } catch (DatabaseRefused refused) {
        Terminal.err().println(refused.getMessage());
        System.exit(1);
      }
    }
    // Addresses that cannot be read are refused in words (ReadableRequests).
    System.setProperty("vertx.disableURIValidation", "true");
    Quarkus.run(args);
  }

  /** What is done on the database of the service, which may be running or not, as its owner. */
  private interface OnDatabase {
    int run(DatabaseSettings settings, String url, String user, String password);
  }

  private static int onDatabase(OnDatabase command, int notReached) {
    try {
      DatabaseSettings settings = DatabaseSettings.from(System.getenv());
      if (isDatabaseNamed()) {
        return command.run(
            settings,
            named(URL, URL_VARIABLE, ""),
            named("quarkus.flyway.username", "QUARKUS_FLYWAY_USERNAME", OWNER),
            named("quarkus.flyway.password", "QUARKUS_FLYWAY_PASSWORD", ""));
      }
      Optional<EmbeddedDatabase.Running> running = EmbeddedDatabase.running(settings);
      if (running.isPresent()) {
        return command.run(settings, running.get().url(), OWNER, running.get().password());
      }
      try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
        return command.run(settings, database.url(), OWNER, database.passwords().owner());
      }
    } catch (DatabaseRefused refused) {
      Terminal.err().println(refused.getMessage());
      return notReached;
    }
  }

  private static int resetAdministrator(List<String> arguments) {
    return onDatabase(
        (settings, url, user, password) ->
            ResetAdministratorCommand.run(
                url, user, password, arguments, ClockProducer.ofTheMachine(), Terminal.out()),
        ResetAdministratorCommand.NOT_REACHED);
  }

  private static int verifyAudit(
      DatabaseSettings settings, String url, String user, String password) {
    return VerifyAuditCommand.run(
        url,
        user,
        password,
        settings.folder(),
        named("liangpai.audit.checkpoints", "LIANGPAI_AUDIT_CHECKPOINTS", null),
        keys(settings),
        Terminal.out());
  }

  private static int rotateKey() {
    try {
      DatabaseSettings settings = DatabaseSettings.from(System.getenv());
      return RotateKeyCommand.run(keys(settings), Terminal.out());
    } catch (DatabaseRefused refused) {
      Terminal.err().println(refused.getMessage());
      return RotateKeyCommand.REFUSED;
    }
  }

  private static KeySource keys(DatabaseSettings settings) {
    return KeySource.of(
        named("liangpai.secrets.key", "LIANGPAI_SECRETS_KEY", null),
        named("liangpai.secrets.key-file", "LIANGPAI_SECRETS_KEY_FILE", null),
        settings.folder());
  }

  private static String named(String property, String variable, String otherwise) {
    String value = System.getProperty(property, System.getenv(variable));
    return isGiven(value) ? value : otherwise;
  }

  private static boolean isDatabaseNamed() {
    return isGiven(System.getenv(URL_VARIABLE)) || isGiven(System.getProperty(URL));
  }

  private static boolean isGiven(String value) {
    return value != null && !value.isBlank();
  }

  private static void use(EmbeddedDatabase database) {
    System.setProperty(URL, database.url());
    System.setProperty("quarkus.datasource.password", database.passwords().app());
    System.setProperty("quarkus.datasource.sweep.password", database.passwords().sweep());
    System.setProperty("quarkus.flyway.password", database.passwords().owner());
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

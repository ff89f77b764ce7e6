package org.liangpai.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import org.jboss.logging.Logger;

/** The PostgreSQL server that the service starts when it is given none. */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final String NAME = "liangpai";
  // Recovery after a loss of power takes longer than a start.
  private static final Duration START_WAIT = Duration.ofSeconds(90);
  private static final long LOG_LIMIT = 10_000_000;

  /** Address for JDBC and password of a server that is running. */
  public record Running(String url, String password) {

    @Override
    public String toString() {
      return url;
    }
  }

  private final DatabaseSettings settings;
  private final FolderLock lock;
  private final Password password;
  private final EmbeddedPostgres server;

  private EmbeddedDatabase(
      DatabaseSettings settings, FolderLock lock, Password password, EmbeddedPostgres server) {
    this.settings = settings;
    this.lock = lock;
    this.password = password;
    this.server = server;
  }

  /**
   * Starts the server and returns when it answers; takes over after a process that was killed.
   *
   * @throws DatabaseRefused if folder, port or machine do not allow it
   */
  public static EmbeddedDatabase start(DatabaseSettings settings) {
    RootRights.requireUsable();
    createFolder(settings.folder());
    FolderLock lock = FolderLock.on(settings.folder());
    boolean started = false;
    try {
      EmbeddedDatabase database = startLocked(settings, lock);
      started = true;
      return database;
    } catch (IOException failed) {
      throw new DatabaseRefused(
          "内置数据库没有启动：%s。详情见 %s。".formatted(failed.getMessage(), settings.log()), failed);
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  /** How to reach a server that is running already, started by a service that goes on using it. */
  public static Optional<Running> running(DatabaseSettings settings) {
    if (Postmaster.of(settings.cluster()).isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new Running(address(settings), Password.in(settings, false).text()));
    } catch (IOException unreadable) {
      throw new DatabaseRefused("读不到内置数据库的密码文件：%s。".formatted(unreadable.getMessage()), unreadable);
    }
  }

  private static String address(DatabaseSettings settings) {
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(settings.port(), NAME);
  }

  private static void createFolder(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException failed) {
      throw ClusterFolder.notWritable(folder, failed);
    }
    if (!Files.isWritable(folder)) {
      throw ClusterFolder.notWritable(folder, null);
    }
  }

  private static EmbeddedDatabase startLocked(DatabaseSettings settings, FolderLock lock)
      throws IOException {
    ClusterFolder cluster = new ClusterFolder(settings);
    stopOrphan(settings);
    cluster.check();
    new ServerPort(settings.port()).requireFree();
    ServerPrograms.prepare(settings.programs());
    turnLog(settings.log());
    cluster.begin();
    Password password = Password.in(settings, cluster.isNew());
    EmbeddedDatabase database =
        new EmbeddedDatabase(settings, lock, password, launch(settings, password));
    try {
      database.createIfMissing();
      cluster.complete();
    } catch (SQLException | IOException failed) {
      database.close();
      throw new IOException(failed);
    }
    LOG.infof("内置数据库已启动：127.0.0.1:%d，数据目录 %s", settings.port(), settings.cluster());
    return database;
  }

  // We hold the lock, so whoever started this server is dead.
  private static void stopOrphan(DatabaseSettings settings) throws IOException {
    Optional<Postmaster> orphan = Postmaster.of(settings.cluster());
    if (orphan.isPresent()) {
      LOG.infof("上次服务异常退出，正在接管遗留的数据库进程：%s", settings.cluster());
      orphan.get().stop(settings.programs(), settings.cluster());
    } else {
      // Its process id may belong to a stranger by now, which would keep the server from starting.
      Files.deleteIfExists(Postmaster.file(settings.cluster()));
    }
  }

  private static void turnLog(Path log) throws IOException {
    if (Files.exists(log) && Files.size(log) > LOG_LIMIT) {
      Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static EmbeddedPostgres launch(DatabaseSettings settings, Password password)
      throws IOException {
    // The library deletes stale folders below its working folder: no rows may ever live there.
    System.setProperty("ot.epg.working-dir", settings.programs().toString());
    ProcessBuilder.Redirect log = ProcessBuilder.Redirect.appendTo(settings.log().toFile());
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder()
            .setDataDirectory(settings.cluster())
            .setCleanDataDirectory(false)
            .setRegisterShutdownHook(false)
            .setPort(settings.port())
            .setPGStartupWait(START_WAIT)
            .setOutputRedirector(log)
            .setErrorRedirector(log)
            .setLocaleConfig("locale", "C")
            .setLocaleConfig("auth", "scram-sha-256")
            .setLocaleConfig("pwfile", password.file().toString())
            .setConnectConfig("password", password.text());
    ServerParameters.ALL.forEach(builder::setServerConfig);
    try {
      return builder.start();
    } catch (RuntimeException | ExceptionInInitializerError failed) {
      throw new IOException(failed.getMessage(), failed);
    }
  }

  private void createIfMissing() throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      DatabaseRoles.create(statement, password);
      if (!exists(statement)) {
        statement.execute("CREATE DATABASE " + NAME);
      }
      statement.execute("ALTER DATABASE %s OWNER TO %s".formatted(NAME, DatabaseRoles.OWNER));
    }
    try (Connection connection = server.getDatabase("postgres", NAME).getConnection();
        Statement statement = connection.createStatement()) {
      DatabaseRoles.handOver(statement);
    }
  }

  private static boolean exists(Statement statement) throws SQLException {
    try (ResultSet found =
        statement.executeQuery("SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
      return found.next();
    }
  }

  /** The address for JDBC, without user and password. */
  public String url() {
    return address(settings);
  }

  /** The password of all roles of the service. */
  public String password() {
    return password.text();
  }

  /** Stops the server and waits for its end; only then may another service have the folder. */
  @Override
  public void close() {
    Optional<Postmaster> postmaster = Postmaster.of(settings.cluster());
    try {
      server.close();
      postmaster.ifPresent(Postmaster::awaitEnd);
    } catch (IOException failed) {
      LOG.warn("内置数据库停止时出错", failed);
    } finally {
      lock.close();
    }
  }
}

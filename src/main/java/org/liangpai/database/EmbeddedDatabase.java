package org.liangpai.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.postgresql.ds.PGSimpleDataSource;

/** The PostgreSQL server that the service starts when it is given none. */
public final class EmbeddedDatabase implements AutoCloseable {

  private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
  private static final String NAME = "liangpai";

  /** What PostgreSQL answers to a wrong password. */
  private static final String WRONG_PASSWORD = "28P01";

  /** Address for JDBC and password of the owner of a server that is running. */
  public record Running(String url, String password) {

    @Override
    public String toString() {
      return url;
    }
  }

  private final DatabaseSettings settings;
  private final FolderLock lock;
  private final RolePasswords passwords;
  private final Server server;
  private final ServerWatch watch;

  private EmbeddedDatabase(
      DatabaseSettings settings, FolderLock lock, RolePasswords passwords, Server server) {
    this.settings = settings;
    this.lock = lock;
    this.passwords = passwords;
    this.server = server;
    this.watch = ServerWatch.over(server);
  }

  /**
   * Starts the server and returns when it answers; takes over after a process that was killed.
   *
   * @throws DatabaseRefused if folder, port or machine do not allow it; nothing runs then
   */
  public static EmbeddedDatabase start(DatabaseSettings settings) {
    RootRights.requireUsable();
    createFolder(settings.folder());
    FolderLock lock = FolderLock.on(settings.folder());
    boolean started = false;
    try {
      EmbeddedDatabase database = startLocked(settings, lock);
      started = true;
      LOG.infof("内置数据库已启动：127.0.0.1:%d，数据目录 %s", settings.port(), settings.cluster());
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
    Path file = RolePasswords.ownerFile(settings);
    try {
      return Optional.of(new Running(address(settings), Files.readString(file).trim()));
    } catch (IOException unreadable) {
      throw new DatabaseRefused("读不到内置数据库的密码文件 %s。".formatted(file), unreadable);
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
    Server server = Server.of(settings);
    if (server.isRunning()) {
      // We hold the lock, so whoever started this server is dead.
      LOG.infof("上次服务异常退出，正在接管遗留的数据库进程：%s", settings.cluster());
      server.stop();
    }
    ClusterFolder cluster = new ClusterFolder(settings);
    cluster.check();
    new ServerPort(settings.port()).requireFree();
    Secret superuser = superuser(settings, cluster.isNew());
    if (cluster.isNew()) {
      cluster.begin();
      server.initialise(superuser);
    }
    RolePasswords passwords = RolePasswords.in(settings);
    server.start();
    boolean set = false;
    try {
      setUp(settings, superuser, passwords);
      cluster.complete();
      set = true;
    } finally {
      if (!set) {
        server.stop();
      }
    }
    return new EmbeddedDatabase(settings, lock, passwords, server);
  }

  private static Secret superuser(DatabaseSettings settings, boolean isNew) throws IOException {
    Path file = settings.folder().resolve("postgres.password");
    if (isNew) {
      return Secret.newIn(file);
    }
    if (!Files.isReadable(file)) {
      throw new DatabaseRefused("读不到内置数据库的密码文件 %s；它应与数据目录一起保存，请从备份中恢复。".formatted(file));
    }
    return Secret.in(file);
  }

  private static void setUp(DatabaseSettings settings, Secret superuser, RolePasswords passwords)
      throws IOException {
    try {
      try (Connection connection = connect(settings, superuser, DatabaseRoles.SUPERUSER);
          Statement statement = connection.createStatement()) {
        DatabaseRoles.create(statement, passwords);
        if (!exists(statement)) {
          statement.execute("CREATE DATABASE " + NAME);
        }
        statement.execute("ALTER DATABASE %s OWNER TO %s".formatted(NAME, DatabaseRoles.OWNER));
      }
      try (Connection connection = connect(settings, superuser, NAME);
          Statement statement = connection.createStatement()) {
        DatabaseRoles.handOver(statement);
      }
    } catch (SQLException failed) {
      throw notSetUp(failed, superuser);
    }
  }

  private static DatabaseRefused notSetUp(SQLException failed, Secret superuser) {
    String what =
        WRONG_PASSWORD.equals(failed.getSQLState())
            ? "密码文件 %s 与数据目录不符，内置数据库不能使用，已停止。它应与数据目录一起保存，请从同一次备份中恢复。".formatted(superuser.file())
            : "内置数据库已启动，但不能使用，已停止：%s。数据目录可能已损坏，请先另存一份，再用最近的备份恢复。".formatted(failed.getMessage());
    return new DatabaseRefused(what, failed);
  }

  private static Connection connect(DatabaseSettings settings, Secret superuser, String name)
      throws SQLException {
    PGSimpleDataSource source = new PGSimpleDataSource();
    source.setServerNames(new String[] {"127.0.0.1"});
    source.setPortNumbers(new int[] {settings.port()});
    source.setDatabaseName(name);
    source.setUser(DatabaseRoles.SUPERUSER);
    source.setPassword(superuser.text());
    return source.getConnection();
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

  /** The passwords of the roles of the service. */
  public RolePasswords passwords() {
    return passwords;
  }

  /** Stops the server and waits for its end; only then may another service have the folder. */
  @Override
  public void close() {
    watch.close();
    try {
      server.stop();
    } catch (DatabaseRefused failed) {
      LOG.warn("内置数据库停止时出错", failed);
    } finally {
      lock.close();
    }
  }
}

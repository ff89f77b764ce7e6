package org.liangpai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

  private static final List<String> ROLES = List.of("liangpai", "liangpai_app", "liangpai_sweep");

  @TempDir private static Path programs;
  @TempDir private Path folder;

  private DatabaseSettings settings;

  @BeforeEach
  void settings() throws IOException {
    settings = new DatabaseSettings(folder, programs.resolve("unpacked"), freePort());
  }

  @Test
  void keepsRows_overAnOrderlyEnd() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      execute(database, "CREATE TABLE kept AS SELECT 42 AS value");
      assertThat(value(database, "SHOW fsync")).isEqualTo("on");
      assertThat(value(database, "SHOW synchronous_commit")).isEqualTo("on");
      assertThat(value(database, "SHOW listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(value(database, "SHOW server_encoding")).isEqualTo("UTF8");
    }
    assertThat(Postmaster.of(settings.cluster())).isEmpty();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      assertThat(value(database, "SELECT value FROM kept")).isEqualTo("42");
    }
  }

  @Test
  void refusesEveryoneWithoutThePassword() {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      assertThatThrownBy(() -> DriverManager.getConnection(database.url(), "postgres", "wrong"))
          .isInstanceOf(SQLException.class);
    }
  }

  @Test
  void refusesASecondService_whileTheFirstOneRuns() throws SQLException {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining("正被另一个正在运行的服务使用")
          .hasMessageContaining(folder.toString());
      assertThat(value(database, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void takesOver_afterTheServiceWasKilled() throws Exception {
    Process service = startService();
    EmbeddedDatabase after = null;
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + settings.port() + "/liangpai",
                "postgres",
                Files.readString(folder.resolve("postgres.password")));
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE kept AS SELECT 42 AS value");
      service.destroyForcibly().waitFor();
      assertThat(Postmaster.of(settings.cluster())).as("orphan").isPresent();

      after = EmbeddedDatabase.start(settings);

      assertThat(value(after, "SELECT value FROM kept")).isEqualTo("42");
    } finally {
      service.destroyForcibly();
      if (after != null) {
        after.close();
      }
    }
  }

  private Process startService() throws IOException {
    Process service =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                KilledService.class.getName(),
                folder.toString(),
                settings.programs().toString(),
                Integer.toString(settings.port()))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    BufferedReader output =
        new BufferedReader(new InputStreamReader(service.getInputStream(), StandardCharsets.UTF_8));
    assertThat(output.lines().anyMatch("ready"::equals)).as("service started").isTrue();
    return service;
  }

  @Test
  void namesThePort_whenItIsTaken() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      DatabaseSettings same =
          new DatabaseSettings(folder, settings.programs(), taken.getLocalPort());

      assertThatThrownBy(() -> EmbeddedDatabase.start(same))
          .isInstanceOf(DatabaseRefused.class)
          .hasMessageContaining(Integer.toString(taken.getLocalPort()))
          .hasMessageContaining("LIANGPAI_DATABASE_PORT");
    }
  }

  @Test
  void refusesTheFolder_ofAnotherVersion() throws IOException {
    Files.createDirectories(settings.cluster());
    Files.writeString(settings.cluster().resolve("PG_VERSION"), "17\n");

    assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
        .isInstanceOf(DatabaseRefused.class)
        .hasMessageContaining("PostgreSQL 17")
        .hasMessageContaining("PostgreSQL 18");
  }

  @Test
  void refusesTheFolder_thatHoldsSomethingElse() throws IOException {
    Files.createDirectories(settings.cluster());
    Path letter = Files.writeString(settings.cluster().resolve("letter.txt"), "x");

    assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
        .hasMessageContaining("不是 PostgreSQL 的数据目录");
    assertThat(letter).exists();
  }

  @Test
  void beginsAnew_afterAFirstStartThatNeverEnded() throws Exception {
    Files.createDirectories(settings.cluster().resolve("base"));
    Files.writeString(folder.resolve(".initialising"), "");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      assertThat(value(database, "SELECT 1")).isEqualTo("1");
    }
    assertThat(folder.resolve(".initialising")).doesNotExist();
  }

  @Test
  void starts_overTheIdOfAStranger() throws Exception {
    EmbeddedDatabase.start(settings).close();
    Files.writeString(
        Postmaster.file(settings.cluster()), ProcessHandle.current().pid() + "\n/nowhere\n");

    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      assertThat(value(database, "SELECT 1")).isEqualTo("1");
    }
  }

  @Test
  void startsAgain_whenItsServerIsKilled() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      execute(database, "CREATE TABLE kept AS SELECT 42 AS value");
      long killed = kill(database);
      await(() -> Postmaster.of(settings.cluster()).filter(now -> now.pid() != killed).isPresent());
      await(() -> "42".equals(valueOrNone(database, "SELECT value FROM kept")));
    }
    assertThat(Postmaster.of(settings.cluster())).isEmpty();
  }

  private long kill(EmbeddedDatabase database) throws InterruptedException {
    // A statement that goes on holds on to the memory of the server that is gone.
    Thread busy =
        new Thread(() -> valueOrNone(database, "SELECT count(*) FROM generate_series(1, 1e12)"));
    busy.setDaemon(true);
    busy.start();
    Thread.sleep(300);
    long pid = Postmaster.of(settings.cluster()).orElseThrow().pid();
    ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    return pid;
  }

  @Test
  void tellsOfADamagedFolder_andLeavesNothingRunning() throws Exception {
    EmbeddedDatabase.start(settings).close();
    for (String part : List.of("global", "pg_wal", "pg_xact", "base", "postgresql.conf")) {
      Path damaged = settings.cluster().resolve(part);
      Path aside = Files.move(damaged, folder.resolve("aside"));
      refusesToStart_naming(damaged.toString());
      Files.move(aside, damaged);
    }
    for (String part : List.of("PG_VERSION", "global/pg_control")) {
      Path damaged = settings.cluster().resolve(part);
      byte[] whole = Files.readAllBytes(damaged);
      Files.write(damaged, new byte[0]);
      refusesToStart_naming(damaged.toString());
      Files.write(damaged, whole);
    }
    EmbeddedDatabase.start(settings).close();
  }

  @Test
  void tellsOfADamagedFolder_whoseLogOfWritesIsEmpty() throws Exception {
    EmbeddedDatabase.start(settings).close();
    Path writes = settings.cluster().resolve("pg_wal");
    ServerPrograms.deleteTree(writes);
    Files.createDirectory(writes);

    refusesToStart_naming("数据目录 " + settings.cluster() + " 可能已损坏");
  }

  @Test
  void tellsOfAPassword_thatIsNotThatOfTheFolder() throws Exception {
    EmbeddedDatabase.start(settings).close();
    Path file = Files.writeString(folder.resolve("postgres.password"), "wrong");

    refusesToStart_naming("密码文件 " + file + " 与数据目录不符");
  }

  private void refusesToStart_naming(String what) {
    assertTimeout(
        Duration.ofSeconds(15),
        () ->
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining(what)
                .hasMessageContaining("备份"));
    assertThat(Postmaster.of(settings.cluster())).isEmpty();
  }

  @Test
  void namesThePort_whenItIsLostDuringTheFirstStart() throws Exception {
    Thread thief = new Thread(this::takeThePort_whenTheFolderIsThere);
    thief.start();
    assertTimeout(
        Duration.ofSeconds(60),
        () ->
            assertThatThrownBy(() -> EmbeddedDatabase.start(settings))
                .isInstanceOf(DatabaseRefused.class)
                .hasMessageContaining(Integer.toString(settings.port()))
                .hasMessageContaining("LIANGPAI_DATABASE_PORT"));
    thief.interrupt();
    thief.join();
    assertThat(Postmaster.of(settings.cluster())).isEmpty();

    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      assertThat(value(database, "SELECT 1")).isEqualTo("1");
    }
  }

  private void takeThePort_whenTheFolderIsThere() {
    try {
      while (!Files.exists(settings.cluster())) {
        Thread.sleep(10);
      }
      try (ServerSocket taken = new ServerSocket()) {
        taken.bind(new InetSocketAddress("127.0.0.1", settings.port()));
        Thread.sleep(120_000);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException seen) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void givesEveryRoleItsOwnPassword_alsoInAFolderWhereAllHadOne() throws Exception {
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      for (String role : ROLES) {
        execute(database, "ALTER ROLE %s PASSWORD '%s'".formatted(role, superuserPassword()));
      }
    }
    try (EmbeddedDatabase database = EmbeddedDatabase.start(settings)) {
      RolePasswords passwords = database.passwords();
      assertThat(Set.of(superuserPassword(), passwords.owner(), passwords.app(), passwords.sweep()))
          .hasSize(4);
      for (String role : ROLES) {
        assertThatThrownBy(
                () -> DriverManager.getConnection(database.url(), role, superuserPassword()))
            .isInstanceOf(SQLException.class);
        DriverManager.getConnection(database.url(), role, passwords.byRole().get(role)).close();
      }
      assertThat(EmbeddedDatabase.running(settings))
          .map(EmbeddedDatabase.Running::password)
          .contains(passwords.owner());
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    for (int tries = 0; !condition.getAsBoolean(); tries++) {
      assertThat(tries).as("tries").isLessThan(200);
      Thread.sleep(50);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private String valueOrNone(EmbeddedDatabase database, String query) {
    try {
      return value(database, query);
    } catch (SQLException away) {
      return null;
    }
  }

  private void execute(EmbeddedDatabase database, String command) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private String value(EmbeddedDatabase database, String query) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", superuserPassword());
  }

  private String superuserPassword() {
    try {
      return Files.readString(folder.resolve("postgres.password"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package org.liangpai.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabaseTest {

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

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      return socket.getLocalPort();
    }
  }

  private static void execute(EmbeddedDatabase database, String command) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement()) {
      statement.execute(command);
    }
  }

  private static String value(EmbeddedDatabase database, String query) throws SQLException {
    try (Connection connection = connect(database);
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static Connection connect(EmbeddedDatabase database) throws SQLException {
    return DriverManager.getConnection(database.url(), "postgres", database.password());
  }
}

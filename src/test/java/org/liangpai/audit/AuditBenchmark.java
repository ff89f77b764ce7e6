package org.liangpai.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.liangpai.keys.Keyring;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/**
 * How many acts a second are written by 16 writers, each act in a transaction of its own that is
 * safe on disk; the same with rows that are not chained. Not among the tests that always run:
 * {@code mvn test -Dtest=AuditBenchmark}.
 */
class AuditBenchmark {

  private static final int WRITERS = 16;
  private static final int ROUNDS = 3;
  private static final Duration ROUND = Duration.ofSeconds(5);

  private static final String ACT = "INSERT INTO act (what) VALUES ('an act')";
  private static final String CHAINED = "SELECT CAST(audit_append(CAST(? AS jsonb)) AS text)";
  private static final String UNCHAINED =
      """
      INSERT INTO unchained SELECT nextval('audit_entry_id'), at, account, posts, address, act, kind, object, before,
          after, reason
      FROM jsonb_to_recordset(CAST(? AS jsonb)) AS one(at bigint, account text, posts text, address text, act text,
          kind text, object text, before jsonb, after jsonb, reason text)
      """;

  private static final String ENTRY =
      EntryJson.write(
          List.of(
              Entry.of(Act.FINDING_DECIDED, ObjectKind.FINDING, 4711)
                  .changed(Map.of("status", "PENDING"), Map.of("status", "DISMISSED"))
                  .because("演练数据，不予认定")),
          Tester.VIEWER,
          TestClock.START);

  @Test
  void acts_perSecond() throws Exception {
    try (EmbeddedPostgres server =
        EmbeddedPostgres.builder()
            .setLocaleConfig("locale", "C")
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .start()) {
      String url = "jdbc:postgresql://127.0.0.1:%d/liangpai".formatted(server.getPort());
      prepare(server, url);
      round(url, CHAINED);
      round(url, UNCHAINED);
      for (int i = 0; i < ROUNDS; i++) {
        double chained = round(url, CHAINED);
        double unchained = round(url, UNCHAINED);
        System.out.printf(
            "chained %.0f acts/s, unchained %.0f acts/s, ratio %.2f%n",
            chained, unchained, chained / unchained);
      }
      try (Connection connection = server.getDatabase("postgres", "liangpai").getConnection()) {
        connection.setAutoCommit(false);
        long start = System.nanoTime();
        Verification verification =
            new TrailCheck(
                    new CheckpointFile(Path.of("target/none")), Path.of("target"), Keyring.EMPTY)
                .on(connection);
        System.out.printf(
            "verified %d rows in %.1f s%n", verification.rows(), (System.nanoTime() - start) / 1e9);
        assertThat(verification.damages()).isEmpty();
        assertThat(
                NamedStatement.of("SELECT count(*) FROM audit_entry")
                    .list(connection, row -> row.getLong(1)))
            .containsExactly(verification.rows());
      }
    }
  }

  private static void prepare(EmbeddedPostgres server, String url) throws SQLException {
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String role : List.of("liangpai", "liangpai_app", "liangpai_sweep")) {
        statement.execute("CREATE ROLE %s LOGIN".formatted(role));
      }
      statement.execute("CREATE DATABASE liangpai OWNER liangpai");
    }
    Flyway.configure()
        .dataSource(url, "liangpai", "")
        .placeholders(Map.of("app", "liangpai_app", "sweep", "liangpai_sweep"))
        .load()
        .migrate();
    try (Connection connection = DriverManager.getConnection(url, "liangpai", "");
        Statement statement = connection.createStatement()) {
      statement.execute(
          """
          CREATE TABLE act (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, what text);
          CREATE TABLE unchained (id bigint PRIMARY KEY, at bigint, account text, posts text, address text, act text,
              kind text, object text, before jsonb, after jsonb, reason text);
          CREATE INDEX ON unchained (account, id);
          CREATE INDEX ON unchained (object, id);
          GRANT INSERT ON act, unchained TO liangpai_app;
          GRANT USAGE ON SEQUENCE audit_entry_id TO liangpai_app;
          """);
    }
  }

  private static double round(String url, String trail) throws Exception {
    ExecutorService writers = Executors.newFixedThreadPool(WRITERS);
    try {
      List<Future<Integer>> counts = new ArrayList<>();
      for (int i = 0; i < WRITERS; i++) {
        counts.add(writers.submit(() -> write(url, trail)));
      }
      int acts = 0;
      for (Future<Integer> one : counts) {
        acts += one.get();
      }
      return acts / (double) ROUND.toSeconds();
    } finally {
      writers.shutdown();
    }
  }

  private static int write(String url, String trail) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, "liangpai_app", "");
        PreparedStatement act = connection.prepareStatement(ACT);
        PreparedStatement entry = connection.prepareStatement(trail)) {
      connection.setAutoCommit(false);
      int acts = 0;
      for (long end = System.nanoTime() + ROUND.toNanos(); System.nanoTime() < end; acts++) {
        act.execute();
        entry.setString(1, ENTRY);
        entry.execute();
        connection.commit();
      }
      return acts;
    }
  }
}

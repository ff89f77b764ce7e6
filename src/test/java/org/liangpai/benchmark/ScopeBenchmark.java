package org.liangpai.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.Tester;

/**
 * What row-level security costs: each list page is asked for with and without it, in turn, in a
 * city of 100,000 branches with a year of findings. Run it with {@code mvn test
 * -Dtest=ScopeBenchmark}.
 */
@QuarkusTest
class ScopeBenchmark {

  private static final int ROUNDS = 3;
  private static final int REPEATED = 60;
  private static final List<String> TABLES =
      List.of("unit", "branch", "finding", "card", "card_line", "card_observation");
  private static final List<String> VIEWERS =
      List.of(
          "CITY_OFFICER@C",
          "COUNTY_OFFICER@X03",
          "COMMITTEE_OFFICER@X03W17",
          "BRANCH_SECRETARY@X03W17B042");
  private static final List<String> PAGES =
      List.of(
          "/findings?month=2026-10",
          "/cards",
          "/branches",
          "/api/findings?month=2026-10&limit=50",
          "/api/cards?status=ISSUED&limit=50",
          "/api/branches?limit=50");

  @Inject OwnerTransactions owner;
  @Inject TestCity city;

  @TestHTTPResource("/")
  URI service;

  private final HttpClient client = HttpClient.newHttpClient();
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @BeforeEach
  void makesTheCity() {
    city.clear();
    LargeCity.STATEMENTS.forEach(this::execute);
  }

  @AfterEach
  void removesTheCity() {
    secure(true);
    city.clear();
  }

  @Test
  void compares() throws Exception {
    out.printf("%-28s %-38s %10s %10s %6s%n", "viewer", "page", "without", "with", "ratio");
    for (String viewer : VIEWERS) {
      for (String page : PAGES) {
        compare(viewer, page);
      }
    }
  }

  /** The two are timed in turns, so that neither has the warmer half of the run. */
  private void compare(String viewer, String page) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(service.resolve(page))
            .header("Authorization", Tester.with(viewer))
            .build();
    List<Double> with = new ArrayList<>();
    List<Double> without = new ArrayList<>();
    for (int round = 0; round < ROUNDS; round++) {
      secure(false);
      without.add(millis(request));
      secure(true);
      with.add(millis(request));
    }
    double bare = median(without);
    double secured = median(with);
    out.printf("%-28s %-38s %8.2fms %8.2fms %6.2f%n", viewer, page, bare, secured, secured / bare);
  }

  /** The median of the later half: plans are made and kept during the first. */
  private double millis(HttpRequest request) throws Exception {
    List<Double> spent = new ArrayList<>();
    for (int i = 0; i < REPEATED; i++) {
      long start = System.nanoTime();
      int status = client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (i >= REPEATED / 2) {
        spent.add((System.nanoTime() - start) / 1e6);
      }
      assertThat(status).isEqualTo(200);
    }
    return median(spent);
  }

  private static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  private void secure(boolean on) {
    for (String table : TABLES) {
      execute("ALTER TABLE " + table + (on ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
    }
  }

  private void execute(String sql) {
    owner.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(sql);
          }
        });
  }
}

package org.liangpai.sweep.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** Starting, watching, listing and cancelling sweeps, and asking why a branch is not flagged. */
@QuarkusTest
class SweepApiTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    roster.branch("B1", UnaryOperator.identity());
    roster.branch(
        "B2", row -> row.with("foundedOn", LocalDate.of(2026, 11, 1)).with("electedOn", null));
    roster.records("B1", OCTOBER.minusMonths(1), OCTOBER.minusMonths(1));
    roster.record("B1", OCTOBER, UnaryOperator.identity(), "COMMITTEE_MEETING");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void startsASweep_andSaysWhereToWatchIt() {
    Response started = start("{\"month\":\"2026-10\"}");
    started
        .then()
        .statusCode(202)
        .header("Location", matchesPattern(".*/api/sweeps/[0-9a-f-]{36}"))
        .body("month", equalTo("2026-10"));

    UUID id = UUID.fromString(started.path("id"));
    city.ended(id);
    given()
        .get(started.header("Location"))
        .then()
        .statusCode(200)
        .body("status", equalTo("DONE"))
        .body("progress.done", equalTo(1))
        .body("progress.total", equalTo(1))
        .body("counts.onRoster", equalTo(2))
        .body("counts.notExisting", equalTo(1))
        .body("counts.flagged", equalTo(1))
        .body("counts.hits", equalTo(1))
        .body("findings.OPERATIONS.YELLOW", equalTo(1))
        .body("changes.FOUND", equalTo(1))
        .body("fingerprint", matchesPattern("[0-9a-f]{64}"))
        .body("resultHash", matchesPattern("[0-9a-f]{64}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"month\":null}",
        "{\"month\":\"2026-13\"}",
        "{\"month\":\"2026年10月\"}",
        "{\"month\":\"\"}",
        "{\"month\":",
        "[]",
        "\"2026-10\"",
        ""
      })
  void refusesABadRequest(String body) {
    problem(start(body), 400);
    given().get("/api/sweeps").then().body("items", hasSize(0));
  }

  @Test
  void refusesAMonthThatIsNotOver() {
    problem(start("{\"month\":\"2026-11\"}"), 409)
        .body("type", equalTo("urn:problem:month-not-over"))
        .body("detail", containsString("2026-11 尚未结束"));
  }

  @Test
  void listsPageByPage_theLatestFirst() {
    List<String> started = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      time.set(LocalDate.of(2026, 11, 9).plusDays(i / 2));
      YearMonth month = i % 2 == 0 ? OCTOBER : OCTOBER.minusMonths(1);
      started.add(city.sweep(month).id().toString());
    }

    List<String> listed = new ArrayList<>();
    String next = "";
    int pages = 0;
    while (next != null) {
      JsonPath page =
          given()
              .get("/api/sweeps?limit=2&after=" + next)
              .then()
              .statusCode(200)
              .extract()
              .jsonPath();
      listed.addAll(page.getList("items.id"));
      next = page.getString("next");
      pages++;
    }

    assertThat(pages).isEqualTo(3);
    assertThat(listed).containsExactlyInAnyOrderElementsOf(started);
    assertThat(listed.get(0)).isEqualTo(started.get(4));
    assertThat(listed.subList(3, 5)).containsExactlyInAnyOrder(started.get(0), started.get(1));
    given()
        .get("/api/sweeps?month=2026-09&limit=2")
        .then()
        .body("items.month", equalTo(List.of("2026-09", "2026-09")))
        .body("next", nullValue());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "month=October",
        "limit=0",
        "limit=1001",
        "limit=x",
        "after=x",
        "after=00000000-0000-0000-0000-000000000000"
      })
  void refusesABadPage(String query) {
    problem(given().get("/api/sweeps?" + query), 400)
        .body("errors[0].pointer", equalTo(query.substring(0, query.indexOf('='))));
  }

  @Test
  void leavesAnEndedSweep_cancelled() {
    String id = city.sweep(OCTOBER).id().toString();
    given().delete("/api/sweeps/" + id).then().statusCode(202).body("status", equalTo("DONE"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"00000000-0000-0000-0000-000000000000", "x", "1"})
  void isNotFound_forAnUnknownSweep(String id) {
    problem(given().get("/api/sweeps/" + id), 404);
    problem(given().delete("/api/sweeps/" + id), 404);
  }

  @Test
  void explainsEveryItem_ofABranch() {
    JsonPath verdicts =
        given()
            .get("/api/branches/B1/verdicts?month=2026-10")
            .then()
            .statusCode(200)
            .body("", hasSize(78))
            .body("find { it.item == 'YX-02' }.verdict", equalTo("HIT"))
            .body("find { it.item == 'YX-02' }.level", equalTo("YELLOW"))
            .body("find { it.item == 'YX-02' }.running", equalTo(1))
            .body("find { it.item == 'YX-02' }.reason", containsString("2026年10月"))
            .body("find { it.item == 'YX-01' }.verdict", equalTo("NOT_APPLICABLE"))
            .body("find { it.item == 'SH-01' }.verdict", equalTo("CLEAR"))
            .extract()
            .jsonPath();
    assertThat(verdicts.getList("findAll { it.verdict != 'CLEAR' }.reason")).doesNotContainNull();
    given().get("/api/findings").then().body("items", hasSize(0));
  }

  @Test
  void refusesToExplain_whatCannotBe() {
    problem(given().get("/api/branches/B9/verdicts?month=2026-10"), 404);
    problem(given().get("/api/branches/B1/verdicts?month=2026"), 400)
        .body("errors[0].pointer", equalTo("month"));
    problem(given().get("/api/branches/B1/verdicts"), 400);
    problem(given().get("/api/branches/B2/verdicts?month=2026-10"), 409)
        .body("type", equalTo("urn:problem:branch-not-judged"));
  }

  private static Response start(String body) {
    return given().contentType("application/json").body(body).post("/api/sweeps");
  }
}

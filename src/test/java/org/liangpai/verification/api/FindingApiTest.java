package org.liangpai.verification.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** Listing findings and deciding on them. */
@QuarkusTest
class FindingApiTest {

  private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  /** B1 and B2 of W1 and B3 of W2; each has a finding in September, B1 two in October. */
  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    for (String branch : List.of("B1", "B2", "B3")) {
      roster.branch(branch, row -> row.with("unitCode", branch.equals("B3") ? "W2" : "W1"));
      roster.record(branch, SEPTEMBER, row -> row.with("membersLost", 1));
      roster.record(branch, OCTOBER, UnaryOperator.identity());
    }
    roster.record("B1", OCTOBER, row -> row.with("membersLost", 1).with("applicantsUntalked", 2));
    city.sweep(SEPTEMBER);
    city.sweep(OCTOBER);
    city.confirm(SEPTEMBER, "B1 YX-25");
    city.dismiss(SEPTEMBER, "B2 YX-25");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          limit=100,                 5
          month=2026-09,             3
          month=2026-10,             2
          month=2026-08,             0
          branch=B1,                 3
          branch=B9,                 0
          unit=W1,                   4
          unit=W2,                   1
          unit=X1,                   5
          item=YX-25,                4
          level=YELLOW,              1
          level=orange,              4
          level=RED,                 0
          status=PENDING,            3
          status=CONFIRMED,          1
          status=DISMISSED,          1
          status=WITHDRAWN,          0
          month=2026-09&unit=W1&status=DISMISSED, 1
          """)
  void lists_whatIsAskedFor(String query, int size) {
    given()
        .get("/api/findings?" + query)
        .then()
        .statusCode(200)
        .body("items", hasSize(size))
        .body("next", nullValue());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 5, 6})
  void pages_withoutLossOrDoubles(int limit) {
    List<Integer> ids = new ArrayList<>();
    String next = "0";
    int pages = 0;
    while (next != null) {
      JsonPath page =
          given()
              .get("/api/findings?limit=" + limit + "&after=" + next)
              .then()
              .extract()
              .jsonPath();
      ids.addAll(page.getList("items.id", Integer.class));
      next = page.getString("next");
      pages++;
    }
    assertThat(ids).hasSize(5).doesNotHaveDuplicates().isSorted();
    assertThat(pages).isEqualTo((5 + limit - 1) / limit);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          level,  PURPLE,     YELLOW
          status, OPEN,       PENDING
          limit,  0,          1到1000
          limit,  1001,       1到1000
          limit,  many,       1到1000
          after,  first,      next
          month,  2026-1,     2026-10
          """)
  void refusesABadFilter_andNamesWhatIsAllowed(String name, String value, String allowed) {
    problem(given().queryParam(name, value).get("/api/findings"), 400)
        .body("errors[0].pointer", equalTo(name))
        .body("errors[0].message", containsString(allowed))
        .body("detail", containsString(value));
  }

  @Test
  void showsAFinding_withWhatItWasJudgedBy() {
    given()
        .get("/api/findings/" + city.id(OCTOBER, "B1 YX-16"))
        .then()
        .statusCode(200)
        .body("branchCode", equalTo("B1"))
        .body("unitPath", equalTo("示例市委 / 示例县委 / 示例第一镇党委"))
        .body("month", equalTo("2026-10"))
        .body("text.title", equalTo("入党申请未按时谈话"))
        .body("sentence", containsString("2"))
        .body("values.applicantsUntalked", equalTo(2))
        .body("status", equalTo("PENDING"))
        .body("verifyDueOn", equalTo("2026-11-18"))
        .body("listFingerprint", hasLength(64))
        .body("recordVersion", notNullValue());
    problem(given().get("/api/findings/999999"), 404);
    problem(given().get("/api/findings/x"), 404);
  }

  @Test
  void neutralisesCodes_thatBeginLikeAFormula() {
    roster.branch("=B4", row -> row.with("unitCode", "W2"));
    roster.record("=B4", SEPTEMBER, row -> row.with("membersLost", 1));
    city.sweep(SEPTEMBER);

    assertThat(given().get("/api/findings.csv?month=2026-09").asString())
        .contains("\n'=B4,YX-25,ORANGE,1,PENDING\n");
  }

  @Test
  void writesOneRowAHit_sorted() {
    String csv =
        given()
            .get("/api/findings.csv?month=2026-09")
            .then()
            .statusCode(200)
            .contentType(startsWith("text/csv"))
            .header("Content-Disposition", containsString("findings-2026-09.csv"))
            .extract()
            .asString();
    assertThat(csv)
        .isEqualTo(
            """
            branchCode,item,level,running,status
            B1,YX-25,ORANGE,1,CONFIRMED
            B2,YX-25,ORANGE,1,DISMISSED
            B3,YX-25,ORANGE,1,PENDING
            """);
    assertThat(given().get("/api/findings.csv?month=2026-10").asString())
        .isEqualTo(
            """
            branchCode,item,level,running,status
            B1,YX-16,YELLOW,1,PENDING
            B1,YX-25,ORANGE,2,PENDING
            """);
    assertThat(given().get("/api/findings.csv?month=2026-08").asString())
        .isEqualTo("branchCode,item,level,running,status\n");
    problem(given().get("/api/findings.csv"), 400);
    problem(given().get("/api/findings.csv?month=x"), 400);
  }

  @Test
  void verifiesOne_andShowsItsCard() {
    long id = city.id(SEPTEMBER, "B3 YX-25");
    verify(id, "{\"decision\":\"CONFIRMED\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("CONFIRMED"))
        .body("decidedBy", notNullValue())
        .body("card", equalTo("W2-2026-0001"));
    verify(id, "{\"decision\":\"CONFIRMED\"}").then().statusCode(200);
    problem(verify(id, "{\"decision\":\"DISMISSED\",\"reason\":\"已有正当理由\"}"), 409)
        .body("type", equalTo("urn:problem:finding-already-decided"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"decision\":\"DISMISSED\"}",
        "{\"decision\":\"DATA_ERROR\",\"reason\":\"  \"}",
        "{\"decision\":\"MAYBE\"}",
        "{\"decision\":null}",
        "{}",
        "{\"decision\":",
        "[]",
        "null",
        ""
      })
  void refusesABadDecision(String body) {
    long id = city.id(SEPTEMBER, "B3 YX-25");
    problem(verify(id, body), 400);
    problem(verifyMany(body), 400);
    assertThat(city.findings(SEPTEMBER)).containsEntry("B3 YX-25", "ORANGE 1 PENDING");
  }

  @Test
  void refusesTooLongAReason() {
    String body = "{\"decision\":\"DISMISSED\",\"reason\":\"%s\"}";
    long id = city.id(SEPTEMBER, "B3 YX-25");
    problem(verify(id, body.formatted("理".repeat(2001))), 400)
        .body("errors[0].message", equalTo("理由不能超过2000字"));
    verify(id, body.formatted("理".repeat(2000))).then().statusCode(200);
  }

  @Test
  void isNotFound_forAnUnknownFinding() {
    problem(verify(999_999, "{\"decision\":\"CONFIRMED\"}"), 404);
    problem(
        given()
            .contentType("application/json")
            .body("{\"decision\":\"CONFIRMED\"}")
            .post("/api/findings/x/verification"),
        404);
    problem(verifyMany("{\"findings\":[999999],\"decision\":\"CONFIRMED\"}"), 404);
  }

  @Test
  void verifiesMany_allOrNone() {
    long first = city.id(OCTOBER, "B1 YX-16");
    long second = city.id(OCTOBER, "B1 YX-25");
    long dismissed = city.id(SEPTEMBER, "B2 YX-25");

    problem(verifyMany(many(first, second, dismissed)), 409);
    given().get("/api/findings?month=2026-10&status=PENDING").then().body("items", hasSize(2));

    verifyMany(many(first, second))
        .then()
        .statusCode(200)
        .body("decided", equalTo(2))
        .body("unchanged", equalTo(0));
    verifyMany(many(first, second, first))
        .then()
        .statusCode(200)
        .body("decided", equalTo(0))
        .body("unchanged", equalTo(2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"decision\":\"CONFIRMED\"}",
        "{\"findings\":[],\"decision\":\"CONFIRMED\"}",
        "{\"findings\":[null],\"decision\":\"CONFIRMED\"}",
        "{\"findings\":[\"x\"],\"decision\":\"CONFIRMED\"}",
        "{\"findings\":[1.5],\"decision\":\"CONFIRMED\"}",
        "{\"findings\":{},\"decision\":\"CONFIRMED\"}"
      })
  void refusesABadSelection(String body) {
    problem(verifyMany(body), 400);
  }

  private static String many(long... ids) {
    return "{\"findings\":%s,\"decision\":\"CONFIRMED\"}".formatted(Arrays.toString(ids));
  }

  private static Response verify(long id, String body) {
    return given()
        .contentType("application/json")
        .body(body)
        .post("/api/findings/" + id + "/verification");
  }

  private static Response verifyMany(String body) {
    return given().contentType("application/json").body(body).post("/api/verifications");
  }
}

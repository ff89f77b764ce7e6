package org.liangpai.branchclass;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** The third quarter of 2026, judged on the 25th of October: B1 and B2 of W1, B3 of W2. */
@QuarkusTest
class ClassesTest {

  private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;
  @Inject ClassesSchedule schedule;

  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    branch("B1", "W1", "GOOD");
    branch("B2", "W1", "FAIR");
    branch("B3", "W2", "GOOD");
    roster.record("B3", SEPTEMBER, row -> row.with("membersLost", 1));
    noteSwept(YearMonth.of(2026, 7));
    noteSwept(YearMonth.of(2026, 8));
    time.set(LocalDate.of(2026, 10, 9));
    city.sweep(SEPTEMBER);
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void classes_areDerivedOnce_whenAllIsVerified() {
    time.reset();
    derive("2026-Q3")
        .then()
        .statusCode(200)
        .body("derived", equalTo(2))
        .body("waiting", equalTo(1));
    classes("BRANCH_SECRETARY@B1")
        .body("items.branchCode", contains("B1"))
        .body("items.branchClass", contains("A"))
        .body("items[0].label", equalTo("先进"));
    classes("CITY_OFFICER@C1")
        .body("items.branchClass", contains("A", "B"))
        .body("items[1].reasons", contains("上年度书记述职评议为“一般”"));

    city.confirm(SEPTEMBER, "B3 YX-25");
    derive("2026-Q3").then().body("derived", equalTo(1)).body("waiting", equalTo(0));
    derive("2026-Q3").then().body("derived", equalTo(0));
    classes("CITY_OFFICER@C1")
        .body("items.branchClass", contains("A", "B", "B"))
        .body("items[2].reasons", contains("橙牌或更重的牌1张", "属实的问题1个"));
    as("CITY_OFFICER@C1")
        .get("/api/classes/counts")
        .then()
        .body("unitCode", contains("X1"))
        .body("a", contains(1))
        .body("b", contains(2));
    as("COMMITTEE_OFFICER@W2").get("/api/classes/counts").then().body("unitCode", contains("W2"));
  }

  @ParameterizedTest
  @CsvSource({"2026-10-25, C", "2026-10-26, B"})
  void redCard_countsAsItStoodOnTheDay(String raisedOn, String expected) {
    city.confirm(SEPTEMBER, "B3 YX-25");
    city.execute(
        """
        INSERT INTO card_event (card_number, at, acted_on, actor, act, level, status)
        VALUES ('W2-2026-0001', now(), '%s', '示例', 'LEVEL_RAISED', 'RED', 'ISSUED')
        """
            .formatted(raisedOn));
    time.reset();
    derive("2026-Q3");

    classes("COMMITTEE_OFFICER@W2").body("items.branchClass", contains(expected));
  }

  @ParameterizedTest
  @CsvSource({"2026-09-24, C", "2026-09-25, B"})
  void overdueItem_makesABranchBackward(String dueOn, String expected) {
    city.confirm(SEPTEMBER, "B3 YX-25");
    city.execute("UPDATE card_line SET due_on = '" + dueOn + "'");
    time.reset();
    derive("2026-Q3");

    classes("COMMITTEE_OFFICER@W2").body("items.branchClass", contains(expected));
  }

  @Test
  void whoMoved_isToldWithTheReason() {
    city.execute(
        """
        INSERT INTO branch_class (branch_code, quarter, class, reasons, facts, list_fingerprint, derived_at, derived_by)
        VALUES ('B1', '2026-04-01', 'C', '[]', '{"redsStanding":1,"onTime":3,"rating":"GOOD"}', '', now(), '示例'),
            ('B2', '2026-04-01', 'B', '[]', '{"onTime":3}', '', now(), '示例')
        """);
    time.reset();
    derive("2026-Q3");

    as("CITY_OFFICER@C1")
        .get("/api/classes?quarter=2026-Q3&moved=true")
        .then()
        .body("items.branchCode", contains("B1"))
        .body("items[0].before", equalTo("C"))
        .body("items[0].whyMoved", equalTo("红牌没有摘的由1张变为0张"));
    given()
        .get("/classes?quarter=2026-Q3")
        .then()
        .statusCode(200)
        .body(containsString("由后进升为先进"))
        .body(containsString("没有变动"));
  }

  @Test
  void deriving_isRefused() {
    time.reset();
    problem(derive("2026-Q4"), 409).body("detail", containsString("还没有结束"));
    problem(derive("2026-Q2"), 409).body("detail", containsString("2026年4月、2026年5月、2026年6月没有排查"));
    problem(derive("2026-9"), 400);
    problem(as("COUNTY_OFFICER@X1").body("{\"quarter\":\"2026-Q3\"}").post("/api/classes"), 409);
    assertThat(as("LEADER@X1").body("{}").post("/api/classes").statusCode()).isEqualTo(403);
    problem(as("CITY_OFFICER@C1").get("/api/classes?quarter=x"), 400);
  }

  @Test
  void schedule_derivesFromItsDayOn() {
    city.dismiss(SEPTEMBER, "B3 YX-25");
    time.set(LocalDate.of(2026, 10, 24));
    schedule.derive();
    classes("CITY_OFFICER@C1").body("items", empty());

    time.set(LocalDate.of(2026, 10, 25));
    schedule.derive();
    schedule.derive();
    classes("CITY_OFFICER@C1").body("items.branchClass", contains("A", "B", "A"));
  }

  @Test
  void branchThatWaited_getsItsClassAfterTheNextQuarterBegan_inOrder() {
    for (int month = 10; month <= 12; month++) {
      noteSwept(YearMonth.of(2026, month));
    }
    time.set(LocalDate.of(2027, 1, 25));
    schedule.derive();
    classes("CITY_OFFICER@C1").body("items.branchCode", contains("B1", "B2"));
    classes("2026-Q4", "CITY_OFFICER@C1").body("items.branchCode", contains("B1", "B2"));

    city.dismiss(SEPTEMBER, "B3 YX-25");
    schedule.derive();
    classes("CITY_OFFICER@C1").body("items.branchClass", contains("A", "B", "A"));
    classes("2026-Q4", "CITY_OFFICER@C1")
        .body("items.branchClass", contains("B", "B", "B"))
        .body("items.before", contains("A", "B", "A"));
  }

  @Test
  void quarterWithAMonthThatWasNotSwept_isLeftAlone() {
    noteSwept(YearMonth.of(2026, 6));
    city.dismiss(SEPTEMBER, "B3 YX-25");
    time.set(LocalDate.of(2026, 10, 25));
    schedule.derive();

    classes("2026-Q2", "CITY_OFFICER@C1").body("items", empty());
    classes("CITY_OFFICER@C1").body("items.branchClass", contains("A", "B", "A"));
  }

  @Test
  void page_derivesAndLists() {
    time.reset();
    assertThat(PageForms.form().formParam("quarter", "2026-Q3").post("/classes").statusCode())
        .isEqualTo(303);
    given()
        .get("/classes?quarter=2026-Q3")
        .then()
        .statusCode(200)
        .body(containsString("2026年第三季度"))
        .body(containsString("A 先进"))
        .body(containsString("上年度书记述职评议为“一般”"));
  }

  private void branch(String code, String unit, String rating) {
    roster.branch(code, row -> row.with("unitCode", unit));
    for (int month = 7; month <= 9; month++) {
      roster.record(code, YearMonth.of(2026, month), row -> row.with("secretaryRating", rating));
    }
  }

  private void noteSwept(YearMonth month) {
    city.execute(
        """
        INSERT INTO sweep (id, month, occasion, status, requested_by, started_at, finished_at, list_fingerprint,
            rules_fingerprint, branches_on_roster, branches_to_judge)
        VALUES (gen_random_uuid(), '%s', 'REQUESTED', 'DONE', '示例', now(), now(), '', '', 0, 0)
        """
            .formatted(month.atDay(1)));
  }

  private static Response derive(String quarter) {
    return as("CITY_OFFICER@C1").body("{\"quarter\":\"" + quarter + "\"}").post("/api/classes");
  }

  private static ValidatableResponse classes(String posts) {
    return classes("2026-Q3", posts);
  }

  private static ValidatableResponse classes(String quarter, String posts) {
    return as(posts).get("/api/classes?quarter=" + quarter).then().statusCode(200);
  }

  private static RequestSpecification as(String posts) {
    return given().header("Authorization", Tester.with(posts)).contentType(ContentType.JSON);
  }
}

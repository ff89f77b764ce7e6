package org.liangpai.development;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;
import org.liangpai.verification.Decision;

/**
 * B1 is in order, B2 has a yellow finding, B3 a red light, B4 left a field blank, B5 filed nothing.
 */
@QuarkusTest
class DevelopmentTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    for (int i = 1; i <= 5; i++) {
      String unit = i == 5 ? "W2" : "W1";
      roster.branch("B" + i, row -> row.with("unitCode", unit));
    }
    roster.record("B1", OCTOBER, UnaryOperator.identity());
    roster.record("B2", OCTOBER, row -> row.with("applicantsUntalked", 1));
    roster.record("B3", OCTOBER, row -> row.with("probationersEarly", 1));
    roster.record("B4", OCTOBER, row -> row.with("approvalsOverdue", null));
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void lights_followTheLatestSweep_theGravestFirst() {
    reminders("CITY_OFFICER@C1", "").body("items", empty());
    city.sweep(OCTOBER);
    city.execute("UPDATE finding SET level = 'ORANGE' WHERE item = 'YX-19'");

    reminders("CITY_OFFICER@C1", "")
        .body("items.branchCode", contains("B3", "B2", "B4", "B5", "B1"))
        .body("items.light", contains("RED", "YELLOW", "NOT_JUDGED", "NOT_JUDGED", "GREEN"))
        .body("items[0].items.item", contains("YX-16", "YX-17", "YX-18", "YX-19", "YX-20"))
        .body("items[0].items.light", contains("GREEN", "GREEN", "GREEN", "RED", "GREEN"))
        .body("items[0].items[3].why", containsString("（待核实）"))
        .body("items[2].items[4].why", equalTo("这一项没有填"))
        .body("items[3].items[0].why", equalTo("当月纪实没有上报"));
    reminders("CITY_OFFICER@C1", "?limit=2&after=1:B2")
        .body("items.branchCode", contains("B4", "B5"))
        .body("next", equalTo("2:B5"));
    reminders("COMMITTEE_OFFICER@W2", "").body("items.branchCode", contains("B5"));
  }

  @Test
  void dismissedFinding_isGreen_andWrongDataAreNotJudged() {
    city.sweep(OCTOBER);
    city.dismiss(OCTOBER, "B2 YX-16");
    city.decide(OCTOBER, Decision.DATA_ERROR, "录入有误", "B3 YX-19");

    reminders("CITY_OFFICER@C1", "?light=GREEN").body("items.branchCode", contains("B1", "B2"));
    reminders("CITY_OFFICER@C1", "?light=NOT_JUDGED")
        .body("items.branchCode", contains("B3", "B4", "B5"))
        .body("items[0].items[3].why", equalTo("核实为数据有误，等待更正"));
  }

  @Test
  void recordAfterTheSweep_isNotJudgedUntilTheNext() {
    city.sweep(OCTOBER);
    time.set(LocalDate.of(2026, 11, 10));
    roster.record("B5", OCTOBER, UnaryOperator.identity());

    reminders("COMMITTEE_OFFICER@W2", "")
        .body("items.light", contains("NOT_JUDGED"))
        .body("items[0].items.why", everyItem(equalTo("排查后才上报，尚未判定")));
    city.sweep(OCTOBER);
    reminders("COMMITTEE_OFFICER@W2", "").body("items.light", contains("GREEN"));
  }

  @Test
  void valueWithoutAFinding_isNotGreen() {
    city.sweep(OCTOBER);
    roster.record("B5", OCTOBER, row -> row.with("applicantsUntalked", 3));

    reminders("COMMITTEE_OFFICER@W2", "")
        .body("items.light", contains("NOT_JUDGED"))
        .body("items[0].items.light", contains("NOT_JUDGED", "GREEN", "GREEN", "GREEN", "GREEN"))
        .body("items[0].items[0].why", equalTo("填报的数超过限度，排查没有判定"));
  }

  @Test
  void dismissedFinding_isNotJudged_onceTheRecordIsAnother() {
    city.sweep(OCTOBER);
    city.dismiss(OCTOBER, "B2 YX-16");
    time.set(LocalDate.of(2026, 11, 10));
    roster.record("B2", OCTOBER, row -> row.with("applicantsUntalked", 5));

    reminders("CITY_OFFICER@C1", "?light=GREEN").body("items.branchCode", contains("B1"));
  }

  @Test
  void page_tellsByWordAndShape() {
    city.sweep(OCTOBER);
    given()
        .get("/development")
        .then()
        .statusCode(200)
        .body(containsString("2026年10月排查"))
        .body(containsString("● 黄灯"))
        .body(containsString("✔ 绿灯"));
  }

  private static ValidatableResponse reminders(String posts, String query) {
    return given()
        .header("Authorization", Tester.with(posts))
        .contentType(ContentType.JSON)
        .get("/api/development" + query)
        .then()
        .statusCode(200);
  }
}

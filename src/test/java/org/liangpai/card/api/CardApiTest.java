package org.liangpai.card.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** Listing cards, letting one explain itself, and changing its level. */
@QuarkusTest
class CardApiTest {

  private static final YearMonth AUGUST = YearMonth.of(2026, 8);
  private static final String CARD = "W1-2026-0001";

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  /**
   * Issued on 2026-09-28: W1-2026-0001 yellow to B1, due 10-16; W2-2026-0001 orange to B2, due
   * 10-30; X1-2026-0001 orange to W1 for B1, due 10-16.
   */
  @BeforeEach
  void setUp() {
    time.set(LocalDate.of(2026, 9, 28));
    roster.reset();
    roster.branch("B1", row -> row);
    roster.branch("B2", row -> row.with("unitCode", "W2"));
    roster.record(
        "B1", AUGUST, row -> row.with("applicantsUntalked", 2).with("approvalsOverdue", 1));
    roster.record("B2", AUGUST, row -> row.with("membersLost", 1));
    city.sweep(AUGUST);
    city.confirm(AUGUST, "B1 YX-16", "B1 YX-20", "B2 YX-25");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          limit=100,              W1-2026-0001 W2-2026-0001 X1-2026-0001
          unit=C1,                W1-2026-0001 W2-2026-0001 X1-2026-0001
          unit=W1,                W1-2026-0001 X1-2026-0001
          unit=W2,                W2-2026-0001
          branch=B1,              W1-2026-0001 X1-2026-0001
          branch=B2,              W2-2026-0001
          level=YELLOW,           W1-2026-0001
          level=ORANGE,           W2-2026-0001 X1-2026-0001
          level=RED,              ''
          status=ISSUED,          W1-2026-0001 W2-2026-0001 X1-2026-0001
          status=CLEARED,         ''
          dueBefore=2026-10-16,   ''
          dueBefore=2026-10-17,   W1-2026-0001 X1-2026-0001
          unit=W1&level=ORANGE&dueBefore=2026-10-17, X1-2026-0001
          """)
  void lists_whatIsAskedFor(String query, String numbers) {
    List<String> listed =
        given().get("/api/cards?" + query).then().statusCode(200).extract().path("items.number");
    assertThat(String.join(" ", listed)).isEqualTo(numbers);
  }

  @ParameterizedTest
  @CsvSource({"2026-10-16, ''", "2026-10-17, W1-2026-0001 X1-2026-0001"})
  void lists_whatIsOverdue(LocalDate today, String numbers) {
    time.set(today);
    lists_whatIsAskedFor("overdue=true", numbers);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4})
  void pages_withoutLossOrDoubles(int limit) {
    List<String> numbers = new ArrayList<>();
    String next = "";
    int pages = 0;
    while (next != null) {
      JsonPath page =
          given().get("/api/cards?limit=" + limit + "&after=" + next).then().extract().jsonPath();
      numbers.addAll(page.getList("items.number"));
      next = page.getString("next");
      pages++;
    }
    assertThat(numbers).containsExactly(CARD, "W2-2026-0001", "X1-2026-0001");
    assertThat(pages).isEqualTo((3 + limit - 1) / limit);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          level,     PURPLE,  ORANGE
          status,    OPEN,    ISSUED
          dueBefore, 10月,    2026-10-31
          limit,     0,       1到1000
          """)
  void refusesABadFilter_andNamesWhatIsAllowed(String name, String value, String allowed) {
    problem(given().queryParam(name, value).get("/api/cards"), 400)
        .body("errors[0].pointer", equalTo(name))
        .body("errors[0].message", containsString(allowed));
  }

  @Test
  void levelOfAUnitsCard_isChangedAbove_andNotByTheUnit() {
    String ofUnit = "X1-2026-0001";
    problem(adjust("COMMITTEE_OFFICER@W1", ofUnit), 409)
        .body("type", equalTo("urn:problem:not-your-side-of-the-card"));
    assertThat(page("COMMITTEE_OFFICER@W1", ofUnit)).doesNotContain("id=\"adjust\"");

    assertThat(page("COUNTY_OFFICER@X1", ofUnit)).contains("id=\"adjust\"");
    adjust("COUNTY_OFFICER@X1", ofUnit)
        .then()
        .statusCode(200)
        .body("level.code", equalTo("YELLOW"));
  }

  @Test
  void levelOfABranchesCard_isChangedByItsCommittee_andNotAbove() {
    problem(adjust("COUNTY_OFFICER@X1", "W2-2026-0001"), 409)
        .body("type", equalTo("urn:problem:not-your-side-of-the-card"));
    assertThat(page("COUNTY_OFFICER@X1", "W2-2026-0001")).doesNotContain("id=\"adjust\"");

    assertThat(page("COMMITTEE_OFFICER@W2", "W2-2026-0001")).contains("id=\"adjust\"");
    adjust("COMMITTEE_OFFICER@W2", "W2-2026-0001").then().statusCode(200);
  }

  private static Response adjust(String who, String number) {
    return given()
        .header("Authorization", Tester.with(who))
        .contentType("application/json")
        .body(Map.of("level", "YELLOW", "reason", "已主动整改"))
        .post("/api/cards/" + number + "/level");
  }

  private static String page(String who, String number) {
    return given()
        .header("Authorization", Tester.with(who))
        .get("/cards/" + number)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void explainsItself() {
    given()
        .get("/api/cards/" + CARD)
        .then()
        .statusCode(200)
        .body("holder.kind", equalTo("BRANCH"))
        .body("holder.name", equalTo("示例支部B1"))
        .body("holder.path", equalTo("示例市委 / 示例县委 / 示例第一镇党委"))
        .body("issuer.name", equalTo("示例第一镇党委"))
        .body("level.word", equalTo("黄牌"))
        .body("level.shape", equalTo("●"))
        .body("levelReason", notNullValue())
        .body("issuedOn", equalTo("2026-09-28"))
        .body("dueOn", equalTo("2026-10-16"))
        .body("dueProvisional", equalTo(false))
        .body("overdue", equalTo(false))
        .body("items", equalTo(1))
        .body("lines[0].item", equalTo("YX-16"))
        .body("lines[0].text.title", equalTo("入党申请未按时谈话"))
        .body("lines[0].text.basis.document", hasItem(containsString("细则")))
        .body("lines[0].workingDays", equalTo(10))
        .body(
            "lines[0].skippedDays.day",
            contains(
                "2026-10-01",
                "2026-10-02",
                "2026-10-03",
                "2026-10-04",
                "2026-10-05",
                "2026-10-06",
                "2026-10-07",
                "2026-10-11"))
        .body("lines[0].skippedDays[0].reason", containsString("国庆"))
        .body("lines[0].observations", hasSize(1))
        .body("lines[0].observations[0].month", equalTo("2026-08"))
        .body("lines[0].observations[0].sentence", containsString("2026年8月"))
        .body("lines[0].observations[0].values.applicantsUntalked", equalTo(2))
        .body("lines[0].observations[0].limits", notNullValue())
        .body("history.act", contains("ISSUED"));
    problem(given().get("/api/cards/W1-2026-0002"), 404);
  }

  @Test
  void isOverdue_onlyAfterTheDueDay() {
    time.set(LocalDate.of(2026, 10, 16));
    given().get("/api/cards/" + CARD).then().body("overdue", equalTo(false));
    time.set(LocalDate.of(2026, 10, 17));
    given().get("/api/cards/" + CARD).then().body("overdue", equalTo(true));
  }

  @Test
  void changesTheLevel_withAReason() {
    level("{\"level\":\"orange\",\"reason\":\"多次督促未改\"}")
        .then()
        .statusCode(200)
        .body("level.code", equalTo("ORANGE"))
        .body("gradedLevel.code", equalTo("YELLOW"))
        .body("levelReason", equalTo("多次督促未改"))
        .body("history.act", contains("ISSUED", "LEVEL_ADJUSTED"));
    problem(level("{\"level\":\"RED\",\"reason\":\"多次督促未改\"}"), 409)
        .body("type", equalTo("urn:problem:card-level-too-far"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"level\":\"ORANGE\"}",
        "{\"level\":\"ORANGE\",\"reason\":\" \"}",
        "{\"level\":\"PURPLE\",\"reason\":\"多次督促未改\"}",
        "{\"level\":\"BLUE\",\"reason\":\"情节轻微\"}",
        "{\"reason\":\"多次督促未改\"}",
        "{",
        ""
      })
  void refusesABadLevel(String body) {
    problem(level(body), 400);
    given().get("/api/cards/" + CARD).then().body("level.code", equalTo("YELLOW"));
  }

  @Test
  void isNotFound_forAnUnknownCard() {
    problem(
        given()
            .contentType("application/json")
            .body("{\"level\":\"ORANGE\",\"reason\":\"多次督促未改\"}")
            .post("/api/cards/W1-2026-0009/level"),
        404);
  }

  private static Response level(String body) {
    return given().contentType("application/json").body(body).post("/api/cards/" + CARD + "/level");
  }
}

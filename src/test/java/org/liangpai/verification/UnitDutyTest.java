package org.liangpai.verification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** What is the duty of a committee is verified by the unit above it, and by nobody else. */
@QuarkusTest
class UnitDutyTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final String OF_BRANCH = "YX-16";
  private static final String OF_UNIT = "YX-20";
  private static final String COMMITTEE = "COMMITTEE_OFFICER@W1";
  private static final String COUNTY = "COUNTY_OFFICER@X1";

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  /** B1 of W1 in the county X1, and B5 of W5 directly under the city: each has one of each duty. */
  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    roster.addUnit("X2", "COUNTY", "C1");
    roster.addUnit("W5", "COMMITTEE", "C1");
    for (String branch : new String[] {"B1", "B5"}) {
      roster.branch(branch, row -> row.with("unitCode", branch.equals("B1") ? "W1" : "W5"));
      roster.record(
          branch, OCTOBER, row -> row.with("applicantsUntalked", 2).with("approvalsOverdue", 1));
    }
    city.sweep(OCTOBER);
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @ParameterizedTest
  @CsvSource({
    "B1 YX-16, COMMITTEE_OFFICER@W1, 200",
    "B1 YX-16, COUNTY_OFFICER@X1, 409",
    "B1 YX-16, CITY_OFFICER@C1, 409",
    "B1 YX-20, COMMITTEE_OFFICER@W1, 409",
    "B1 YX-20, COUNTY_OFFICER@X1, 200",
    "B1 YX-20, COUNTY_OFFICER@X2, 404",
    "B1 YX-20, CITY_OFFICER@C1, 409",
    "B5 YX-16, COMMITTEE_OFFICER@W5, 200",
    "B5 YX-20, COMMITTEE_OFFICER@W5, 409",
    "B5 YX-20, CITY_OFFICER@C1, 200"
  })
  void decides_onlyWhoseDutyItIsNot(String finding, String who, int status) {
    Response answer = decide(who, finding, "CONFIRMED");
    answer.then().statusCode(status);
    if (status == 409) {
      problem(answer, 409)
          .body(
              "type",
              equalTo(
                  who.startsWith("COMMITTEE")
                      ? "urn:problem:decides-on-own-place"
                      : "urn:problem:verified-by-others"));
    }
    assertThat(city.findings(OCTOBER).get(finding))
        .endsWith(status == 200 ? " CONFIRMED" : " PENDING");
  }

  @Test
  void refuses_whoHasAPostOnBothSides() {
    for (String who : new String[] {COUNTY + " " + COMMITTEE, COUNTY + " BRANCH_SECRETARY@B1"}) {
      problem(decide(who, "B1 " + OF_UNIT, "CONFIRMED"), 409)
          .body("type", equalTo("urn:problem:decides-on-own-place"));
    }
    decide(COUNTY + " COMMITTEE_OFFICER@W2", "B1 " + OF_UNIT, "CONFIRMED").then().statusCode(200);
  }

  @Test
  void queue_isThatOfTheVerifier() {
    mine(COMMITTEE).body("items.item", contains(OF_BRANCH));
    mine(COUNTY).body("items.item", contains(OF_UNIT)).body("items.verifier", contains("X1"));
    mine("CITY_OFFICER@C1").body("items.branchCode", contains("B5"));
    mine(COUNTY + " " + COMMITTEE).body("items.item", contains(OF_BRANCH));
    as(COMMITTEE).get("/api/findings?month=2026-10").then().body("items", hasSize(2));
    assertThat(page(COMMITTEE, "/")).contains("涉及 1 个支部", "另有 1 项由其他党组织核实", "/findings?mine=true");
    assertThat(page(COUNTY, "/findings?mine=true"))
        .contains("共 1 项", "责任在基层党委，由示例县委核实", "属实</button>");
    assertThat(page(COMMITTEE, "/findings?item=" + OF_UNIT))
        .contains("责任在基层党委，由示例县委核实", "提交说明</button>")
        .doesNotContain("class=\"decide\"");
  }

  @Test
  void cards_waitForTheirOwnDutyAlone() {
    decide(COMMITTEE, "B1 " + OF_BRANCH, "CONFIRMED").then().statusCode(200);
    as(COUNTY).get("/api/cards?branch=B1").then().body("items.number", contains("W1-2026-0001"));
    decide(COUNTY, "B1 " + OF_UNIT, "CONFIRMED").then().statusCode(200);
    as(COUNTY).get("/api/cards?unit=X1").then().body("items", hasSize(2));
  }

  @Test
  void committee_saysSomethingOnce_andOnlyBeforeTheDecision() {
    comment(COMMITTEE, "B1 " + OF_UNIT, "报告已送达，待批复")
        .then()
        .statusCode(200)
        .body("comments.text", contains("报告已送达，待批复"))
        .body("comments.actor", contains(COMMITTEE));
    comment(COMMITTEE, "B1 " + OF_UNIT, " 报告已送达，待批复 ")
        .then()
        .statusCode(200)
        .body("comments", hasSize(1));
    assertThat(page(COUNTY, "/findings?mine=true")).contains("报告已送达，待批复");
    problem(comment(COMMITTEE, "B1 " + OF_UNIT, "  "), 400);
    problem(comment(COMMITTEE, "B1 " + OF_UNIT, "长".repeat(2_001)), 400);
    problem(comment(COMMITTEE, "B1 " + OF_BRANCH, "x"), 409);
    problem(comment("COMMITTEE_OFFICER@W2", "B1 " + OF_UNIT, "x"), 404);
    problem(comment(COUNTY, "B1 " + OF_UNIT, "x"), 403);

    decide(COUNTY, "B1 " + OF_UNIT, "DISMISSED").then().statusCode(200);
    problem(comment(COMMITTEE, "B1 " + OF_UNIT, "还有补充"), 409);
    as(COMMITTEE)
        .get("/api/findings/" + city.id(OCTOBER, "B1 " + OF_UNIT))
        .then()
        .body("comments", hasSize(1));
  }

  private ValidatableResponse mine(String who) {
    return as(who).get("/api/findings?mine=true&status=PENDING").then().statusCode(200);
  }

  private Response decide(String who, String finding, String decision) {
    return as(who)
        .body(Map.of("decision", decision, "reason", "示例理由"))
        .post("/api/findings/" + city.id(OCTOBER, finding) + "/verification");
  }

  private Response comment(String who, String finding, String text) {
    return as(who)
        .body(Map.of("text", text))
        .post("/api/findings/" + city.id(OCTOBER, finding) + "/comments");
  }

  private static String page(String who, String address) {
    return given()
        .accept("text/html")
        .header("Authorization", Tester.with(who))
        .get(address)
        .asString();
  }

  private static RequestSpecification as(String who) {
    return given().header("Authorization", Tester.with(who)).contentType("application/json");
  }
}

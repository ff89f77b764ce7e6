package org.liangpai.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anEmptyMap;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.emptyString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasLength;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;
import org.liangpai.testsupport.TwoCounties;

/** Everybody sees and changes their own part of the hierarchy; the rest is not there. */
@QuarkusTest
class ScopeTest {

  @Inject TwoCounties counties;
  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  private UUID sweep;

  @BeforeEach
  void setUp() {
    time.reset();
    sweep = counties.reset();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          CITY_OFFICER@C1,      C1 W1 W2 W3 X1 X2, B1 B2 B9, W1-2026-0001 W2-2026-0001 W3-2026-0001
          COUNTY_OFFICER@X1,    W1 W2 X1,          B1 B2,    W1-2026-0001 W2-2026-0001
          COMMITTEE_OFFICER@W3, W3,                B9,       W3-2026-0001
          BRANCH_SECRETARY@B1,  '',                B1,       W1-2026-0001
          LEADER@B9,            '',                B9,       W3-2026-0001
          """)
  void lists_whatLiesInTheScope(String posts, String units, String branches, String cards) {
    assertThat(words(get(posts, "/api/units"), "items.unitCode")).isEqualTo(units);
    assertThat(words(get(posts, "/api/branches"), "items.branchCode")).isEqualTo(branches);
    assertThat(words(get(posts, "/api/findings?month=2026-10"), "items.branchCode"))
        .isEqualTo(branches);
    assertThat(words(get(posts, "/api/cards"), "items.number")).isEqualTo(cards);
  }

  @Test
  void names_theWayFromTheRootDown() {
    get("BRANCH_SECRETARY@B1", "/api/branches/B1")
        .then()
        .body("pathNames", contains("示例市委", "示例县委", "示例第一镇党委"));
  }

  @ParameterizedTest
  @CsvSource({"X2", "W3", "C1", "W99"})
  void filters_byNoUnitOutOfScope(String unit) {
    for (String list : new String[] {"findings", "cards", "branches"}) {
      problem(get("COUNTY_OFFICER@X1", "/api/" + list + "?unit=" + unit), 404);
      get("COUNTY_OFFICER@X1", "/" + list + "?unit=" + unit).then().statusCode(404);
    }
  }

  @Test
  void answersOutOfScope_asIfThereWereNone() {
    for (String path :
        new String[] {"/api/branches/%s", "/api/cards/%s", "/api/records/%s/2026-10/draft"}) {
      String hidden = path.contains("cards") ? "W3-2026-0001" : "B9";
      String missing = path.contains("cards") ? "W9-2026-0001" : "B8";
      String of =
          get("COUNTY_OFFICER@X1", path.formatted(hidden))
              .then()
              .statusCode(404)
              .extract()
              .asString();
      String none = get("COUNTY_OFFICER@X1", path.formatted(missing)).asString();
      assertThat(of.replace(hidden, missing)).isEqualTo(none);
    }
  }

  @Test
  void exports_onlyTheScope() {
    String csv = get("COUNTY_OFFICER@X1", "/api/findings.csv?month=2026-10").asString();

    assertThat(csv).contains("B1,", "B2,").doesNotContain("B9,");
  }

  @Test
  void shows_theCountsOfThePartOnly() {
    get("CITY_OFFICER@C1", "/api/sweeps/" + sweep)
        .then()
        .body("counts.onRoster", equalTo(3))
        .body("counts.hits", equalTo(3))
        .body("resultHash", hasLength(64));
    get("COUNTY_OFFICER@X1", "/api/sweeps/" + sweep)
        .then()
        .body("counts.onRoster", equalTo(2))
        .body("counts.toJudge", equalTo(2))
        .body("counts.judged", equalTo(2))
        .body("counts.flagged", equalTo(2))
        .body("counts.hits", equalTo(2))
        .body("changes.FOUND", equalTo(2))
        .body("notJudged", anEmptyMap())
        .body("resultHash", emptyString());
    get("COUNTY_OFFICER@X2", "/api/sweeps").then().body("items.counts.hits", contains(1, 1));
    get("COUNTY_OFFICER@X2", "/").then().body(containsString("共判断 <strong>1</strong> 个支部"));
  }

  @Test
  void verifies_onlyWhereThePostIs() {
    String posts = "LEADER@X1 COMMITTEE_OFFICER@W1";

    assertThat(words(get(posts, "/api/findings?month=2026-10"), "items.branchCode"))
        .isEqualTo("B1 B2");
    problem(confirm(posts, counties.finding("B2")), 404);
    problem(confirm(posts, counties.finding("B1"), counties.finding("B2")), 404);
    assertThat(city.findings(TwoCounties.OCTOBER).values()).allMatch(it -> it.endsWith("PENDING"));
    confirm(posts, counties.finding("B1")).then().statusCode(200);
  }

  @ParameterizedTest
  @CsvSource({"LEADER@X1, 403", "COUNTY_OFFICER@X1, 409", "BRANCH_SECRETARY@B1, 403"})
  void verifies_onlyWithThePost(String posts, int status) {
    confirm(posts, counties.finding("B1")).then().statusCode(status);
  }

  @Test
  void verifies_notWhatOneFiled() {
    String officer = "COMMITTEE_OFFICER@W1";
    as(officer)
        .contentType("application/json")
        .body("{\"submittedOn\":\"2026-11-03\",\"membersLost\":2}")
        .put("/api/records/B1/2026-10")
        .then()
        .statusCode(200);
    city.sweep(TwoCounties.OCTOBER);

    problem(confirm(officer, counties.finding("B1")), 409)
        .body("type", equalTo("urn:problem:verifies-own-filing"));
    assertThat(city.findings(TwoCounties.OCTOBER)).containsEntry("B1 YX-25", "ORANGE 2 PENDING");

    confirm(officer + " LEADER@X1", counties.finding("B1")).then().statusCode(200);
  }

  @Test
  void verifies_notWhatOneFiled_alsoAfterItWasFiledAnew() {
    String officer = "COMMITTEE_OFFICER@W1";
    as(officer)
        .contentType("application/json")
        .body("{\"submittedOn\":\"2026-11-03\",\"membersLost\":2}")
        .put("/api/records/B1/2026-10");
    city.sweep(TwoCounties.OCTOBER);
    roster.record("B1", TwoCounties.OCTOBER, row -> row.with("membersLost", 3));

    problem(confirm(officer, counties.finding("B1")), 409);
  }

  @Test
  void movedBranch_takesFindingsAndCardsAlong() {
    roster.branch("B1", LocalDate.of(2026, 11, 1), row -> row.with("unitCode", "W3"));

    assertThat(words(get("COMMITTEE_OFFICER@W1", "/api/findings"), "items.branchCode")).isEmpty();
    assertThat(words(get("COMMITTEE_OFFICER@W1", "/api/cards"), "items.number")).isEmpty();
    problem(get("COMMITTEE_OFFICER@W1", "/api/cards/W1-2026-0001"), 404);
    get("COMMITTEE_OFFICER@W3", "/api/findings?branch=B1&month=2026-09")
        .then()
        .body("items.card", contains("W1-2026-0001"));
    get("COMMITTEE_OFFICER@W3", "/api/cards").then().body("items.number", hasItem("W1-2026-0001"));
    get("COMMITTEE_OFFICER@W3", "/api/cards/W1-2026-0001")
        .then()
        .statusCode(200)
        .body("issuer.code", equalTo("W1"))
        .body("issuer.name", not(emptyString()));
    problem(confirm("COMMITTEE_OFFICER@W1", counties.finding("B1")), 404);
    confirm("COMMITTEE_OFFICER@W3", counties.finding("B1")).then().statusCode(200);
  }

  @Test
  void findingOfAMovedBranch_isAddedToTheCardOfItsFormerUnit() {
    roster.branch("B1", row -> row.with("venue", "NONE"));
    city.sweep(TwoCounties.OCTOBER);
    confirm(Tester.AUTHORIZATION, findingsOf("B1", TwoCounties.OCTOBER)).then().statusCode(200);
    roster.branch(
        "B1", LocalDate.of(2026, 11, 1), row -> row.with("venue", "NONE").with("unitCode", "W3"));
    time.set(LocalDate.of(2026, 12, 8));
    YearMonth november = TwoCounties.OCTOBER.plusMonths(1);
    roster.record("B1", november, row -> row);
    city.sweep(november);

    confirm("COUNTY_OFFICER@X2", findingsOf("B1", november)).then().statusCode(200);

    get("COMMITTEE_OFFICER@W3", "/api/findings?branch=B1&month=2026-11&item=BZ-05")
        .then()
        .body("items.status", contains("CONFIRMED"))
        .body("items[0].card", nullValue());
    problem(get("COMMITTEE_OFFICER@W3", "/api/cards/X1-2026-0001"), 404);
    get("CITY_OFFICER@C1", "/api/cards/X1-2026-0001")
        .then()
        .body("lines.find { it.item == 'BZ-05' }.observations.month", hasItem("2026-11"));
  }

  private Long[] findingsOf(String branch, YearMonth month) {
    return city.findings(month).keySet().stream()
        .filter(name -> name.startsWith(branch + " "))
        .map(name -> city.id(month, name))
        .toArray(Long[]::new);
  }

  private static Response confirm(String posts, Long... findings) {
    return as(posts)
        .contentType("application/json")
        .body(Map.of("findings", findings, "decision", "CONFIRMED"))
        .post("/api/verifications");
  }

  private static Response get(String posts, String path) {
    return as(posts).get(path);
  }

  private static RequestSpecification as(String posts) {
    return given()
        .header("Authorization", posts.equals(Tester.AUTHORIZATION) ? posts : Tester.with(posts));
  }

  private static String words(Response response, String path) {
    ValidatableResponse found = response.then().statusCode(200);
    return String.join(" ", found.extract().<List<String>>path(path));
  }
}

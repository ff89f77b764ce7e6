package org.liangpai.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.liangpai.escalation.LadderCity.OF_BRANCH;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** The steps with their reasons, by API and on pages, to each in their scope. */
@QuarkusTest
class EscalationApiTest {

  @Inject LadderCity city;
  @Inject TestCity roster;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    city.begin();
    for (int day : new int[] {13, 19, 23, 30}) {
      city.climb(10, day);
    }
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  private static ValidatableResponse get(String who, String address) {
    return given().header("Authorization", Tester.with(who)).get(address).then();
  }

  @Test
  void card_tellsItsStepsAndWhyNothingIsDue() {
    get("COUNTY_OFFICER@X1", "/api/cards/" + OF_BRANCH + "/escalation")
        .statusCode(200)
        .body("state", equalTo("ALL_TAKEN"))
        .body("reason", containsString("整改期限为2026年10月16日"))
        .body(
            "steps.rung",
            contains("REMIND_BRANCH", "URGE_BRANCH", "CRITICISE", "PROPOSE_INTERVIEW"))
        .body("steps[2].reason", equalTo("期限2026年10月16日已过5个工作日，还有1项情形未报告完成。"))
        .body("steps[2].levelBefore", equalTo("YELLOW"))
        .body("steps[2].levelAfter", equalTo("ORANGE"));
  }

  @Test
  void proposedInterview_isNotToldToTheBranchOrItsCommittee() {
    for (String who : new String[] {"BRANCH_SECRETARY@B1", "COMMITTEE_OFFICER@W1"}) {
      get(who, "/api/cards/" + OF_BRANCH + "/escalation")
          .statusCode(200)
          .body("steps.rung", contains("REMIND_BRANCH", "URGE_BRANCH", "CRITICISE"));
      get(who, "/api/escalations?card=" + OF_BRANCH)
          .body("items.rung", not(hasItem("PROPOSE_INTERVIEW")));
      get(who, "/cards/" + OF_BRANCH).statusCode(200).body(not(containsString("约谈")));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"BRANCH_SECRETARY@B1", "COMMITTEE_OFFICER@W1", "SUPERVISOR@X1"})
  void proposedInterview_changesNothingForThoseWhoAreNotAbove(String who) {
    String after = ladder(who);
    city.begin();
    city.climb(10, 19);
    assertThat(ladder(who)).contains("CRITICISE");
    city.climb(10, 23);
    String before = ladder(who);

    assertThat(before).isEqualTo(after).contains("ALL_TAKEN").doesNotContain("INTERVIEW", "约谈");
  }

  @Test
  void proposedInterview_isNotToldToACommittee_alsoIfItsOfficerHasAPostAboveElsewhere() {
    roster.addUnit("X2", "COUNTY", "C1");

    get("COMMITTEE_OFFICER@W1 COUNTY_OFFICER@X2", "/api/escalations?rung=PROPOSE_INTERVIEW")
        .statusCode(200)
        .body("items", empty());
    get("COUNTY_OFFICER@X1", "/api/escalations?rung=PROPOSE_INTERVIEW&card=" + OF_BRANCH)
        .body("items.card", contains(OF_BRANCH));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COUNTY_OFFICER@X1", "CITY_OFFICER@C1"})
  void proposedInterview_isToldToTheLevelsAbove(String who) {
    assertThat(ladder(who)).contains("ALL_TAKEN", "已经超期");
    city.begin();
    city.climb(10, 23);

    assertThat(ladder(who)).contains("PROPOSE_INTERVIEW", "约谈");
  }

  /** What the ladder says to somebody, but for the steps. */
  private static String ladder(String who) {
    Map<String, Object> all =
        get(who, "/api/cards/" + OF_BRANCH + "/escalation").extract().path("$");
    all.remove("steps");
    return all.toString();
  }

  @Test
  void list_isNewestFirstAndFiltered() {
    get("CITY_OFFICER@C1", "/api/escalations?unit=W2")
        .statusCode(200)
        .body("items.rung", contains("REMIND_BRANCH"))
        .body("items.card", contains("W2-2026-0001"));
    get("CITY_OFFICER@C1", "/api/escalations?rung=TELL_PARENT")
        .body("items.month", contains("2026-08"))
        .body("items.unitCode", contains("W1"));
    String next =
        get("CITY_OFFICER@C1", "/api/escalations?limit=2").extract().path("next").toString();
    Integer last = get("CITY_OFFICER@C1", "/api/escalations?limit=2").extract().path("items[1].id");
    Integer then =
        get("CITY_OFFICER@C1", "/api/escalations?limit=2&after=" + next)
            .extract()
            .path("items[0].id");
    assertThat(then).isLessThan(last);
  }

  @Test
  void criticism_saysThatTheLevelRoseOnlyWhereItDid() {
    city.begin();
    city.execute("UPDATE card SET level = 'RED' WHERE number = 'X1-2026-0001'");
    city.climb(10, 23);

    get("CITY_OFFICER@C1", "/api/escalations?rung=CRITICISE")
        .body("items.card", contains("X1-2026-0001", OF_BRANCH))
        .body("items.rungLabel", contains("通报", "通报，等级上调一级"));
    String events =
        "SELECT reason FROM card_event WHERE card_number = :of AND reason LIKE '通报%' ORDER BY id";
    assertThat(city.texts(events, "X1-2026-0001"))
        .containsExactly("通报：期限2026年10月16日已过5个工作日，还有1项情形未报告完成。");
    assertThat(city.texts(events, OF_BRANCH))
        .hasSize(2)
        .containsOnly("通报：期限2026年10月16日已过5个工作日，还有1项情形未报告完成。等级上调一级。");
  }

  @ParameterizedTest
  @CsvSource({"COMMITTEE_OFFICER@W2, 404", "BRANCH_SECRETARY@B2, 404", "SUPERVISOR@X1, 200"})
  void card_outOfScopeIsNotThere(String who, int status) {
    get(who, "/api/cards/" + OF_BRANCH + "/escalation").statusCode(status);
  }

  @Test
  void list_endsWhereTheScopeEnds() {
    get("BRANCH_SECRETARY@B3", "/api/escalations").statusCode(200).body("items", empty());
    get("COMMITTEE_OFFICER@W2", "/api/escalations").body("items.card", contains("W2-2026-0001"));
    get("COMMITTEE_OFFICER@W2", "/api/escalations?unit=W1").statusCode(404);
  }

  @Test
  void verification_tellsWhyNothingIsDueYet_toThoseWhoSeeTheCommittee() {
    city.begin();
    city.climb(10, 13);
    String notYet = "核实期限为2026年10月13日（当天仍可核实）；下一步“提醒核实”，2026年10月14日起办理。";
    for (String who : new String[] {"COMMITTEE_OFFICER@W1", "COUNTY_OFFICER@X1"}) {
      get(who, "/api/escalations/verifications")
          .statusCode(200)
          .body("unitCode", contains("W1"))
          .body("month", contains("2026-08"))
          .body("nextRung", contains("REMIND_VERIFIER"))
          .body("reason", contains(notYet));
      get(who, "/escalations").body(containsString(notYet));
    }
    get("COMMITTEE_OFFICER@W2", "/api/escalations/verifications").body("$", empty());
    get("BRANCH_SECRETARY@B3", "/api/escalations/verifications").statusCode(200).body("$", empty());
    get("COMMITTEE_OFFICER@W2", "/api/escalations/verifications?unit=W1").statusCode(404);

    city.execute("UPDATE finding SET status = 'WITHDRAWN' WHERE status = 'PENDING'");
    city.climb(10, 14);
    get("COUNTY_OFFICER@X1", "/api/escalations/verifications").body("$", empty());
    assertThat(city.texts("SELECT reason FROM verification_outlook WHERE unit_code = :of", "W1"))
        .containsExactly("疑似问题已全部核实，不再提醒。");
  }

  @Test
  void pages_showStepsAndTheNextOne() {
    get("COUNTY_OFFICER@X1", "/escalations?rung=CRITICISE")
        .statusCode(200)
        .body(containsString("通报，等级上调一级"))
        .body(containsString("/cards/" + OF_BRANCH));
    get("BRANCH_SECRETARY@B2", "/cards/W2-2026-0001")
        .statusCode(200)
        .body(containsString("下一步催办"))
        .body(containsString("2026年11月2日"));
  }
}

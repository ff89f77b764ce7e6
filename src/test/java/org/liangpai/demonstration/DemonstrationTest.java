package org.liangpai.demonstration;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** Who is a candidate, who is chosen, and what a red card does. The criteria ask six months. */
@QuarkusTest
class DemonstrationTest {

  private static final YearMonth FIRST = YearMonth.of(2026, 5);
  private static final YearMonth LAST = YearMonth.of(2026, 10);

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;
  @Inject OwnerTransactions owner;
  @Inject FollowingDemonstrations following;

  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    roster.addUnit("X2", "COUNTY", "C1");
    roster.addUnit("W3", "COMMITTEE", "X2");
    branch("B1", "W1");
    branch("B2", "W2");
    branch("B9", "W3");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void candidate_isCleanVerifiedAndFiledInTime() {
    roster.record("B2", LAST, row -> row.with("membersLost", 1));
    sweepAll();

    candidates("CITY_OFFICER@C1").body("items.branchCode", contains("B1", "B9"));
    candidates("COUNTY_OFFICER@X1")
        .body("items.branchCode", contains("B1"))
        .body("items[0].candidate", equalTo(true))
        .body("items[0].criteria.fact", hasItem("2026年5月至2026年10月责任在支部的属实问题0个"));
    assessment("B2")
        .body("candidate", equalTo(false))
        .body("criteria.find { it.name == '已排查并核实' }.fact", equalTo("有1个疑似问题待核实"));

    city.confirm(LAST, "B2 YX-25");
    assessment("B2")
        .body(
            "criteria.findAll { !it.met }.fact",
            contains("2026年5月至2026年10月责任在支部的属实问题1个", "现在亮着1张牌"));
  }

  @Test
  void candidate_needsEveryMonthSwept() {
    for (YearMonth month = FIRST.plusMonths(1); !month.isAfter(LAST); month = month.plusMonths(1)) {
      noteSwept(month);
    }
    candidates("CITY_OFFICER@C1").body("items", empty());
    assessment("B1").body("criteria.findAll { !it.met }.fact", contains("2026年5月没有排查"));

    noteSwept(FIRST);
    candidates("CITY_OFFICER@C1").body("items.branchCode", hasItem("B1"));
  }

  @ParameterizedTest
  @CsvSource({"2026-04-30, true", "2026-05-01, false"})
  void cardThatCameOff_countsWithinTheMonths(String clearedOn, boolean candidate) {
    roster.record("B1", FIRST.minusMonths(1), row -> row.with("membersLost", 1));
    city.sweep(FIRST.minusMonths(1));
    city.confirm(FIRST.minusMonths(1), "B1 YX-25");
    city.execute(
        "UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = '" + clearedOn + "'");
    city.execute("UPDATE card SET status = 'CLEARED', cleared_on = '" + clearedOn + "'");
    sweepAll();

    assessment("B1").body("candidate", equalTo(candidate));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-05, true", "2026-11-06, false"})
  void record_isFiledByTheFilingDay(String submittedOn, boolean candidate) {
    roster.record("B1", LAST, row -> row.with("submittedOn", LocalDate.parse(submittedOn)));
    sweepAll();
    city.execute("DELETE FROM finding_event");
    city.execute("DELETE FROM finding");

    assessment("B1").body("candidate", equalTo(candidate));
  }

  @Test
  void chosen_isPublishedToEverybodyWithoutMore() {
    sweepAll();
    choose("COUNTY_OFFICER@X1", "B1").then().statusCode(201).body("number", equalTo("2026-0001"));
    choose("COUNTY_OFFICER@X2", "B9").then().statusCode(201).body("number", equalTo("2026-0002"));

    published("BRANCH_SECRETARY@B9")
        .body("items.number", contains("2026-0002", "2026-0001"))
        .body("items.branchName", contains("示例支部B9", "示例支部B1"))
        .body("items.seen", contains(true, false))
        .body("items[1].branchCode", equalTo(null));
    problem(as("BRANCH_SECRETARY@B9").get("/api/demonstrations/2026-0001"), 404);
    as("BRANCH_SECRETARY@B1")
        .get("/api/demonstrations/2026-0001")
        .then()
        .statusCode(200)
        .body("history.act", contains("CHOSEN"));
    assertThat(notices("demonstration 2026-0001 chosen")).isEqualTo(1);
  }

  @Test
  void choosing_isRefused() {
    roster.record("B2", LAST, row -> row.with("membersLost", 1));
    sweepAll();

    problem(choose("COUNTY_OFFICER@X2", "B1"), 404);
    problem(choose("COUNTY_OFFICER@X1", "B2"), 409).body("detail", containsString("待核实"));
    problem(as("CITY_OFFICER@C1").body("{\"branch\":\"B1\"}").post("/api/demonstrations"), 400);
    assertThat(choose("CITY_OFFICER@C1", "B1").statusCode()).isEqualTo(201);
    problem(choose("CITY_OFFICER@C1", "B1"), 409).body("detail", containsString("2026-0001"));
    assertThat(as("COMMITTEE_OFFICER@W1").get("/api/demonstrations/candidates").statusCode())
        .isEqualTo(403);
  }

  @Test
  void redCard_suspendsOnce_andPeopleDecideWhatFollows() {
    roster.record("B1", LAST, row -> row.with("membersLost", 1));
    sweepAll();
    city.dismiss(LAST, "B1 YX-25");
    choose("CITY_OFFICER@C1", "B1").then().statusCode(201);
    choose("CITY_OFFICER@C1", "B2").then().statusCode(201);
    following.follow();
    published("LEADER@X2").body("items.status", contains("IN_FORCE", "IN_FORCE"));

    YearMonth earlier = FIRST.minusMonths(1);
    roster.record("B1", earlier, row -> row.with("membersLost", 1));
    city.sweep(earlier);
    city.confirm(earlier, "B1 YX-25");
    published("LEADER@X2").body("items.status", contains("IN_FORCE", "IN_FORCE"));

    city.execute("UPDATE card SET level = 'RED'");
    published("LEADER@X2").body("items.status", contains("IN_FORCE", "SUSPENDED"));
    following.follow();
    as("CITY_OFFICER@C1")
        .get("/api/demonstrations/2026-0001")
        .then()
        .body("history.act", contains("CHOSEN", "SUSPENDED"))
        .body("history[1].reason", equalTo("亮红牌 W1-2026-0001，自动暂停"));
    problem(act("2026-0001", "resumption"), 409).body("detail", containsString("W1-2026-0001"));

    city.execute("UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = '2026-11-09'");
    city.execute("UPDATE card SET status = 'CLEARED', cleared_on = '2026-11-09'");
    assertThat(act("2026-0001", "resumption").statusCode()).isEqualTo(200);
    published("LEADER@X2").body("items.status", contains("IN_FORCE", "IN_FORCE"));

    assertThat(act("2026-0001", "end").statusCode()).isEqualTo(200);
    assertThat(act("2026-0001", "end").statusCode()).isEqualTo(200);
    published("LEADER@X2").body("items.number", contains("2026-0002"));
    as("CITY_OFFICER@C1")
        .get("/api/demonstrations/2026-0001")
        .then()
        .body("history.act", contains("CHOSEN", "SUSPENDED", "RESUMED", "ENDED"));
  }

  @Test
  void officeThatChose_isToldOfTheRedCard_andAgainWhenItIsOff() {
    sweepAll();
    choose("COUNTY_OFFICER@X1", "B1").then().statusCode(201);
    YearMonth earlier = FIRST.minusMonths(1);
    roster.record("B1", earlier, row -> row.with("membersLost", 1));
    city.sweep(earlier);
    city.confirm(earlier, "B1 YX-25");
    city.execute("UPDATE card SET level = 'RED'");
    following.follow();
    assertThat(toldTo("demonstration 2026-0001 suspended by W1-2026-0001"))
        .containsExactly("OFFICE X1", "SECRETARY B1");
    assertThat(toldTo("demonstration 2026-0001 red off %")).isEmpty();

    city.execute("UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = '2026-11-09'");
    city.execute("UPDATE card SET status = 'CLEARED', cleared_on = '2026-11-09'");
    following.follow();
    following.follow();
    assertThat(toldTo("demonstration 2026-0001 red off %"))
        .containsExactly("OFFICE X1", "SECRETARY B1");

    assertThat(act("2026-0001", "resumption").statusCode()).isEqualTo(200);
    assertThat(lastAct("2026-0001")).isEqualTo("DEMONSTRATION_RESUMED");
  }

  @ParameterizedTest
  @CsvSource({"2026-11-09, true", "2026-11-10, false"})
  void dissolvedBranch_isEnded_onItsDay(LocalDate dissolvedOn, boolean ended) {
    sweepAll();
    choose("CITY_OFFICER@C1", "B1").then().statusCode(201);
    choose("CITY_OFFICER@C1", "B2").then().statusCode(201);
    roster.branch("B1", row -> row.with("dissolvedOn", dissolvedOn));

    published("LEADER@X2").body("items.number", hasItem("2026-0002"));
    published("LEADER@X2").body("items", hasSize(ended ? 1 : 2));
    as("LEADER@X2")
        .get("/api/demonstrations?ended=true")
        .then()
        .body("items.number", ended ? contains("2026-0001") : empty());
    assertThat(toldTo("demonstration 2026-0001 ended"))
        .isEqualTo(ended ? List.of("OFFICE C1", "SECRETARY B1") : List.of());
    as("CITY_OFFICER@C1")
        .get("/api/demonstrations/2026-0001")
        .then()
        .body("history.reason", ended ? hasItem("支部已于2026-11-09撤销，自动取消") : contains("长期规范"));
  }

  @Test
  void endedOnes_areAskedForByThemselves() {
    sweepAll();
    choose("CITY_OFFICER@C1", "B1").then().statusCode(201);
    act("2026-0001", "end");

    published("CITY_OFFICER@C1").body("items", empty());
    given()
        .get("/demonstrations?ended=true")
        .then()
        .statusCode(200)
        .body(containsString("2026-0001"))
        .body(containsString("已取消"));
    given().get("/demonstrations").then().body(not(containsString("2026-0001")));
  }

  @Test
  void pages_leadFromTheCandidateToThePublishedList() {
    sweepAll();
    given().get("/demonstrations/candidates").then().statusCode(200).body(containsString("示例支部B1"));
    Response chosen =
        PageForms.form()
            .formParam("branch", "B1")
            .formParam("since", "2026-11-09")
            .formParam("reason", "长期规范")
            .post("/demonstrations");
    assertThat(chosen.statusCode()).isEqualTo(303);
    given()
        .get(chosen.header("Location"))
        .then()
        .statusCode(200)
        .body(containsString("长期规范"))
        .body(containsString("取消示范党支部"));
    given()
        .get("/demonstrations?branch=B2")
        .then()
        .statusCode(200)
        .body(containsString("2026-0001"))
        .body(containsString("符合各条条件"));
  }

  private void branch(String code, String unit) {
    roster.branch(code, row -> row.with("unitCode", unit));
    for (YearMonth month = FIRST; !month.isAfter(LAST); month = month.plusMonths(1)) {
      roster.record(code, month, UnaryOperator.identity());
    }
  }

  /** Sweeps the last month; of the others, in which all is healthy, it is only noted. */
  private void sweepAll() {
    for (YearMonth month = FIRST; month.isBefore(LAST); month = month.plusMonths(1)) {
      noteSwept(month);
    }
    city.sweep(LAST);
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

  private static RequestSpecification as(String posts) {
    return given().header("Authorization", Tester.with(posts)).contentType(ContentType.JSON);
  }

  private static Response choose(String posts, String branch) {
    return as(posts)
        .body("{\"branch\":\"%s\",\"reason\":\"长期规范\"}".formatted(branch))
        .post("/api/demonstrations");
  }

  private static Response act(String number, String what) {
    return as("CITY_OFFICER@C1")
        .body("{\"reason\":\"市委研究\"}")
        .post("/api/demonstrations/" + number + "/" + what);
  }

  private static ValidatableResponse candidates(String posts) {
    return as(posts).get("/api/demonstrations/candidates").then().statusCode(200);
  }

  private static ValidatableResponse assessment(String branch) {
    return as("CITY_OFFICER@C1")
        .get("/api/demonstrations/branches/" + branch)
        .then()
        .statusCode(200);
  }

  private static ValidatableResponse published(String posts) {
    return as(posts).get("/api/demonstrations").then().statusCode(200);
  }

  private List<String> toldTo(String key) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT a.desk || ' ' || a.code FROM notice n JOIN notice_addressee a ON a.notice_id = n.id
                    WHERE n.key LIKE :key ORDER BY 1
                    """)
                .with("key", key)
                .list(connection, row -> row.getString(1)));
  }

  private String lastAct(String number) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT act FROM audit_entry WHERE object_kind = 'DEMONSTRATION' AND object = :number
                    ORDER BY id DESC LIMIT 1
                    """)
                .with("number", number)
                .list(connection, row -> row.getString(1))
                .get(0));
  }

  private int notices(String key) {
    List<Integer> found =
        owner.call(
            connection ->
                NamedStatement.of("SELECT count(*) FROM notice WHERE key = :key")
                    .with("key", key)
                    .list(connection, row -> row.getInt(1)));
    return found.get(0);
  }
}

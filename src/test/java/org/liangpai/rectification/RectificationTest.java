package org.liangpai.rectification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.rectification.Rectifying.CARD;
import static org.liangpai.rectification.Rectifying.CITY;
import static org.liangpai.rectification.Rectifying.COMMITTEE;
import static org.liangpai.rectification.Rectifying.COUNTY;
import static org.liangpai.rectification.Rectifying.DUE;
import static org.liangpai.rectification.Rectifying.OCTOBER;
import static org.liangpai.rectification.Rectifying.SECRETARY;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** A card from its issue to its clearing, by those whose turn it is. */
@QuarkusTest
class RectificationTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 9);

  @Inject Rectifying city;
  @Inject TestCity roster;
  @Inject TestClock time;

  private long line;

  @BeforeEach
  void setUp() {
    city.begin("applicantsUntalked");
    line = city.line(CARD, "YX-16");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void clearsACard_whenEverybodyDoesTheirPart() {
    city.propose(SECRETARY, CARD, line, DUE)
        .then()
        .statusCode(200)
        .body("lines[0].stage", equalTo("PLANNED"))
        .body("lines[0].turn.side", equalTo("VERIFIER"))
        .body("lines[0].turn.who", equalTo("示例第一镇党委经办人"));
    long plan = city.plan(CARD);
    city.acceptPlan(COMMITTEE, plan)
        .then()
        .statusCode(200)
        .body("lines[0].stage", equalTo("IN_WORK"))
        .body("lines[0].turn.who", equalTo("示例支部B1书记"));
    city.post(
            SECRETARY,
            "/api/measures/" + plan + "/completion",
            Map.of("measure", 1, "doneOn", "2026-11-09"))
        .then()
        .statusCode(200)
        .body("lines[0].plans[0].measures[0].doneOn", equalTo("2026-11-09"));
    city.report(SECRETARY, CARD, line, TODAY)
        .then()
        .statusCode(200)
        .body("status", equalTo("AWAITING_ACCEPTANCE"))
        .body("lines[0].reports[0].text", equalTo("已与申请人谈话并记录"));
    city.accept(COMMITTEE, CARD, line)
        .then()
        .statusCode(200)
        .body("status", equalTo("CLEARED"))
        .body("lines[0].turn.side", equalTo("NOBODY"));

    assertThat(city.card(CARD)).isEqualTo("CLEARED 2026-11-09 2027-02-09");
    assertThat(city.history(CARD))
        .containsExactly(
            "ISSUED",
            "MEASURES_PROPOSED",
            "MEASURES_ACCEPTED",
            "LINE_REPORTED",
            "LINE_CLEARED",
            "CLEARED");
    assertThat(city.notices(CARD))
        .hasSize(5)
        .startsWith("ISSUED -> SECRETARY B1", "PLAN " + plan + " -> OFFICE W1")
        .endsWith("CLEARED -> SECRETARY B1");
  }

  @Test
  void holder_isToldOfALineThatIsAdded_andOfALevelThatIsChanged() {
    city.files(OCTOBER, "applicantsUntalked", "membersDuesOverdue");
    city.sweepAndConfirm(OCTOBER);
    assertThat(city.notices(CARD))
        .hasSize(2)
        .anySatisfy(
            told -> assertThat(told).startsWith("LINE_ADDED ").endsWith(" -> SECRETARY B1"));
    city.sweepAndConfirm(OCTOBER);
    assertThat(city.notices(CARD)).hasSize(2);

    city.post(
            COMMITTEE,
            "/api/cards/" + CARD + "/level",
            Map.of("level", "ORANGE", "reason", "多次督促未改"))
        .then()
        .statusCode(200);
    assertThat(city.notices(CARD))
        .hasSize(3)
        .anySatisfy(
            told -> assertThat(told).startsWith("LEVEL_ADJUSTED ").endsWith(" -> SECRETARY B1"));
  }

  @Test
  void plan_isReturnedWithAReason_counted_andProposedAnew() {
    city.propose(SECRETARY, CARD, line, DUE);
    long first = city.plan(CARD);
    problem(city.returnPlan(COMMITTEE, first, "BECAUSE"), 400)
        .body("errors[0].message", containsString("NOT_CONCRETE"));
    city.returnPlan(COMMITTEE, first, "NOT_CONCRETE")
        .then()
        .statusCode(200)
        .body("lines[0].stage", equalTo("TO_PLAN"))
        .body("lines[0].returns", equalTo(1))
        .body("lines[0].plans[0].remark", equalTo("请写明与谁谈话"));
    problem(city.returnPlan(COMMITTEE, first, "NOT_CONCRETE"), 409);
    problem(city.acceptPlan(COMMITTEE, first), 409);

    city.propose(SECRETARY, CARD, line, DUE.minusDays(1)).then().statusCode(200);
    assertThat(city.plan(CARD)).isGreaterThan(first);
    assertThat(city.notices(CARD)).contains("PLAN_RETURNED " + first + " -> SECRETARY B1");
  }

  @Test
  void plan_isReplacedUntilItIsAccepted_andTheSameAgainIsTheSame() {
    city.propose(SECRETARY, CARD, line, DUE);
    long first = city.plan(CARD);
    city.propose(SECRETARY, CARD, line, DUE).then().statusCode(200);
    assertThat(city.plan(CARD)).isEqualTo(first);

    city.propose(SECRETARY, CARD, line, DUE.minusDays(1))
        .then()
        .body("lines[0].plans.status", equalTo(List.of("REPLACED", "PROPOSED")));
    problem(city.acceptPlan(COMMITTEE, first), 409);
    city.acceptPlan(COMMITTEE, city.plan(CARD)).then().statusCode(200);
    problem(city.propose(SECRETARY, CARD, line, DUE), 409)
        .body("type", equalTo("urn:problem:measures-already-accepted"));
  }

  @Test
  void acceptedPlan_isReplacedAfterAnExtension_andAcceptedAnew() {
    city.propose(SECRETARY, CARD, line, DUE);
    city.acceptPlan(COMMITTEE, city.plan(CARD));
    assertThat(page(SECRETARY)).doesNotContain("另提整改措施");
    long asked =
        city.post(
                SECRETARY,
                "/api/cards/" + CARD + "/extension",
                Map.of("workingDays", 5, "reason", "人在外地"))
            .then()
            .statusCode(200)
            .extract()
            .jsonPath()
            .getLong("id");
    problem(city.propose(SECRETARY, CARD, line, DUE.minusDays(1)), 409);
    city.post(
        COMMITTEE,
        "/api/extensions/" + asked + "/decision",
        Map.of("granted", true, "workingDays", 5));

    assertThat(page(SECRETARY)).contains("整改期限已变动或已移交承接，另提整改措施");
    city.propose(SECRETARY, CARD, line, DUE.plusDays(7))
        .then()
        .statusCode(200)
        .body("lines[0].stage", equalTo("PLANNED"))
        .body("lines[0].plans.status", equalTo(List.of("REPLACED", "PROPOSED")));
    city.acceptPlan(COMMITTEE, city.plan(CARD)).then().statusCode(200);
    problem(city.propose(SECRETARY, CARD, line, DUE), 409)
        .body("type", equalTo("urn:problem:measures-already-accepted"));
  }

  @Test
  void acceptedPlan_isReplacedByTheBranchThatTookTheCardOver() {
    city.propose(SECRETARY, CARD, line, DUE);
    city.acceptPlan(COMMITTEE, city.plan(CARD));
    roster.branch("B2", row -> row);
    roster.branch("B1", TODAY, row -> row.with("dissolvedOn", TODAY));
    city.post(COMMITTEE, "/api/branches/B1/succession", Map.of("successor", "B2", "reason", "村级合并"))
        .then()
        .statusCode(200);

    city.propose("BRANCH_SECRETARY@B2", CARD, line, DUE)
        .then()
        .statusCode(200)
        .body("lines[0].stage", equalTo("PLANNED"));
  }

  @Test
  void measure_mayBeDueOnTheDayOfTheLine_andNotAfterIt() {
    problem(city.propose(SECRETARY, CARD, line, DUE.plusDays(1)), 400)
        .body("errors[0].pointer", equalTo("measures[0].dueOn"))
        .body("errors[0].message", containsString("2026-11-24"))
        .body("errors[0].message", containsString("不晚于 2026-11-23"));
    city.propose(SECRETARY, CARD, line, DUE).then().statusCode(200);
  }

  @Test
  void measure_isDueTodayAtTheEarliest() {
    problem(city.propose(SECRETARY, CARD, line, TODAY.minusDays(1)), 400)
        .body("errors[0].pointer", equalTo("measures[0].dueOn"))
        .body("errors[0].message", containsString("已经过去"));
    city.propose(SECRETARY, CARD, line, TODAY).then().statusCode(200);
  }

  @Test
  void measure_ofAnOverdueLine_isDueWithinTwentyWorkingDays() {
    LocalDate dayAfter = DUE.plusDays(1);
    city.today(dayAfter);
    problem(city.propose(SECRETARY, CARD, line, DUE), 400);
    // Twenty working days from Tuesday, without a holiday between.
    LocalDate last = LocalDate.of(2026, 12, 22);
    problem(city.propose(SECRETARY, CARD, line, last.plusDays(1)), 400)
        .body("errors[0].message", containsString("已经超期，应不晚于 2026-12-22"));
    assertThat(page(SECRETARY)).contains("超期状态不变", "max=\"2026-12-22\"");
    city.propose(SECRETARY, CARD, line, last).then().statusCode(200);
    assertThat(city.dueOn(CARD)).isEqualTo(DUE.toString());
  }

  @Test
  void report_isAboutAYearBeforeTheCardAtTheEarliest() {
    city.propose(SECRETARY, CARD, line, DUE);
    long plan = city.plan(CARD);
    city.acceptPlan(COMMITTEE, plan);
    problem(
            city.post(
                SECRETARY,
                "/api/measures/" + plan + "/completion",
                Map.of("measure", 1, "doneOn", "0001-01-01")),
            400)
        .body("errors[0].pointer", equalTo("doneOn"));
    problem(city.report(SECRETARY, CARD, line, LocalDate.of(2025, 11, 8)), 400)
        .body("errors[0].message", containsString("应不早于 2025-11-09"));
    city.report(SECRETARY, CARD, line, LocalDate.of(2025, 11, 9)).then().statusCode(200);
  }

  @Test
  void report_isAboutTodayAtTheLatest() {
    city.propose(SECRETARY, CARD, line, DUE);
    problem(city.report(SECRETARY, CARD, line, TODAY), 409);
    city.acceptPlan(COMMITTEE, city.plan(CARD));
    problem(city.report(SECRETARY, CARD, line, TODAY.plusDays(1)), 400)
        .body("errors[0].pointer", equalTo("doneOn"));
    city.report(SECRETARY, CARD, line, TODAY).then().statusCode(200);
    problem(city.report(SECRETARY, CARD, line, TODAY), 409);
  }

  @Test
  void report_isRejectedWithAReason_counted_andAnotherPlanMayFollow() {
    city.reported(CARD, line);
    city.reject(COMMITTEE, CARD, line)
        .then()
        .statusCode(200)
        .body("status", equalTo("RECTIFYING"))
        .body("lines[0].stage", equalTo("IN_WORK"))
        .body("lines[0].rejections", equalTo(1))
        .body("lines[0].reports[0].checks[0].reason", equalTo("整改没有完成"));
    problem(city.reject(COMMITTEE, CARD, line), 409);
    problem(city.accept(COMMITTEE, CARD, line), 409);

    city.propose(SECRETARY, CARD, line, DUE.minusDays(1)).then().statusCode(200);
    city.acceptPlan(COMMITTEE, city.plan(CARD));
    problem(city.propose(SECRETARY, CARD, line, DUE), 409);
    city.report(SECRETARY, CARD, line, TODAY).then().statusCode(200);
    city.accept(COMMITTEE, CARD, line).then().body("status", equalTo("CLEARED"));
  }

  @Test
  void redCard_isClearedByTheLevelAbove() {
    city.redden(CARD);
    city.reported(CARD, line);
    problem(city.clear(COUNTY, CARD, line), 409);
    problem(city.accept(COUNTY, CARD, line), 409)
        .body("type", equalTo("urn:problem:not-your-side-of-the-card"));
    city.accept(COMMITTEE, CARD, line)
        .then()
        .statusCode(200)
        .body("lines[0].stage", equalTo("ACCEPTED"))
        .body("lines[0].turn.who", equalTo("示例县委经办人"));
    problem(city.accept(COMMITTEE, CARD, line), 409);
    problem(city.reject(COMMITTEE, CARD, line), 409);

    city.reject(COUNTY, CARD, line).then().body("lines[0].stage", equalTo("IN_WORK"));
    city.report(SECRETARY, CARD, line, TODAY);
    city.accept(COMMITTEE, CARD, line);
    city.clear(COUNTY, CARD, line).then().statusCode(200).body("status", equalTo("CLEARED"));
    problem(city.clear(COUNTY, CARD, line), 409);
    assertThat(city.history(CARD))
        .endsWith(
            "LINE_ACCEPTED",
            "LINE_REJECTED",
            "LINE_REPORTED",
            "LINE_ACCEPTED",
            "LINE_CLEARED",
            "CLEARED");
  }

  @Test
  void nobodyDecides_onWhatTheyDidThemselves() {
    String officer = "COMMITTEE_OFFICER@W1 COUNTY_OFFICER@X1";
    city.propose(SECRETARY, CARD, line, DUE).then().statusCode(200);
    city.pretend("measure_plan", "proposed_by", officer);
    problem(city.acceptPlan(officer, city.plan(CARD)), 409)
        .body("type", equalTo("urn:problem:own-rectification"));
    city.acceptPlan(COMMITTEE, city.plan(CARD)).then().statusCode(200);
    city.report(SECRETARY, CARD, line, TODAY);
    problem(city.accept(officer, CARD, line), 409)
        .body("type", equalTo("urn:problem:own-rectification"));
    city.pretend("measure_plan", "proposed_by", SECRETARY);
    city.redden(CARD);
    city.accept(officer, CARD, line).then().statusCode(200);
    problem(city.clear(officer, CARD, line), 409)
        .body("type", equalTo("urn:problem:own-first-check"));
    city.clear(COUNTY, CARD, line).then().statusCode(200);
  }

  @Test
  void nobodyDecides_onTheBranchAtWhichTheyHoldAPost() {
    city.propose(SECRETARY, CARD, line, DUE).then().statusCode(200);
    for (String post : List.of("BRANCH_SECRETARY@B1", "LEADER@B1", "SUPERVISOR@B1")) {
      problem(city.acceptPlan(COMMITTEE + " " + post, city.plan(CARD)), 409)
          .body("type", equalTo("urn:problem:decides-on-own-place"))
          .body("detail", containsString("B1"));
    }
    city.acceptPlan(COMMITTEE + " LEADER@X1", city.plan(CARD)).then().statusCode(200);
    city.report(SECRETARY, CARD, line, TODAY);
    String both = "BRANCH_SECRETARY@B1 COMMITTEE_OFFICER@W1 COUNTY_OFFICER@X1";
    problem(city.accept(both, CARD, line), 409)
        .body("type", equalTo("urn:problem:decides-on-own-place"));
    city.redden(CARD);
    city.accept(COMMITTEE, CARD, line).then().statusCode(200);
    problem(city.clear(both, CARD, line), 409)
        .body("type", equalTo("urn:problem:decides-on-own-place"));
    city.clear(COUNTY, CARD, line).then().statusCode(200);
  }

  @Test
  void nobodyAccepts_whatRestsOnTheirOwnEvidence() {
    String evidence =
        city.post(
                SECRETARY,
                "/api/cards/" + CARD + "/evidence",
                Map.of("kind", "TEXT", "lineId", line, "happenedOn", "2026-11-09", "note", "谈话记录"))
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    city.pretend("evidence", "added_by", COMMITTEE);
    city.reported(CARD, line);
    problem(city.accept(COMMITTEE, CARD, line), 409)
        .body("type", equalTo("urn:problem:own-rectification"));
    problem(city.reject(COMMITTEE, CARD, line), 409);
    assertThat(page(COMMITTEE)).contains("佐证或所关联的纪实由您本人提交").doesNotContain("验收通过</button>");

    city.pretend("evidence", "added_by", SECRETARY);
    city.post(SECRETARY, "/api/evidence/" + evidence + "/withdrawal", Map.of("reason", "传错了"))
        .then()
        .statusCode(200);
    assertThat(page(COMMITTEE)).contains("验收通过</button>");
    city.accept(COMMITTEE, CARD, line).then().statusCode(200);
  }

  @Test
  void nobodyAccepts_whatRestsOnTheRecordThatTheyFiled() {
    given()
        .header("Authorization", Tester.with(COMMITTEE))
        .contentType("application/json")
        .body("{\"submittedOn\":\"2026-11-03\",\"fullMembers\":9}")
        .put("/api/records/B1/2026-10")
        .then()
        .statusCode(200);
    city.post(
            SECRETARY,
            "/api/cards/" + CARD + "/evidence",
            Map.of("kind", "RECORD", "lineId", line, "month", "2026-10"))
        .then()
        .statusCode(201);
    city.reported(CARD, line);

    problem(city.accept(COMMITTEE, CARD, line), 409)
        .body("type", equalTo("urn:problem:own-rectification"));
    city.accept("COMMITTEE_OFFICER@W1 LEADER@X1", CARD, line).then().statusCode(200);
  }

  @Test
  void nobodyAccepts_measuresThatTheyMarkedAsDone() {
    String other = "COMMITTEE_OFFICER@W1 LEADER@X1";
    city.propose(SECRETARY, CARD, line, DUE);
    long plan = city.plan(CARD);
    city.acceptPlan(COMMITTEE, plan);
    city.post(
            SECRETARY,
            "/api/measures/" + plan + "/completion",
            Map.of("measure", 1, "doneOn", "2026-11-09"))
        .then()
        .statusCode(200);
    city.pretend("measure", "done_by", other);
    city.report(SECRETARY, CARD, line, TODAY);

    problem(city.accept(other, CARD, line), 409)
        .body("type", equalTo("urn:problem:own-rectification"));
    city.accept(COMMITTEE, CARD, line).then().statusCode(200);
  }

  private static String page(String who) {
    return given()
        .header("Authorization", Tester.with(who))
        .get("/cards/" + CARD)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  @Test
  void cardOutOfScope_isNotThere_andTheOtherSideIsRefused() {
    problem(city.propose("BRANCH_SECRETARY@B1", "W1-2026-0009", line, DUE), 404);
    problem(city.propose(COMMITTEE, CARD, line, DUE), 409)
        .body("type", equalTo("urn:problem:not-your-side-of-the-card"));
    city.propose(SECRETARY, CARD, line, DUE);
    long plan = city.plan(CARD);
    problem(city.acceptPlan("COMMITTEE_OFFICER@W2", plan), 404);
    problem(city.accept("COMMITTEE_OFFICER@W2", CARD, line), 404);
    problem(
        given()
            .header("Authorization", Tester.with("COMMITTEE_OFFICER@W2"))
            .get("/api/cards/" + CARD + "/measures"),
        404);
    problem(city.acceptPlan(CITY, plan), 409);
  }

  @Test
  void wholeCard_isClearedAtOnceOrNotAtAll() {
    city.begin("applicantsUntalked", "membersLost");
    long first = city.line(CARD, "YX-16");
    long second = city.line(CARD, "YX-25");
    city.reported(CARD, first);
    problem(city.clearCard(COMMITTEE, CARD), 409).body("detail", containsString("YX-25 待提措施"));
    city.reported(CARD, second);
    problem(city.clearCard(COUNTY, CARD), 409);
    city.clearCard(COMMITTEE, CARD).then().statusCode(200).body("status", equalTo("CLEARED"));
    problem(city.clearCard(COMMITTEE, CARD), 409);
    assertThat(city.history(CARD)).endsWith("LINE_CLEARED", "LINE_CLEARED", "CLEARED");
  }

  @Test
  void card_isDueWithTheLastLineThatIsOpen() {
    city.begin("applicantsUntalked", "membersLost");
    long later = city.line(CARD, "YX-25");
    assertThat(city.dueOn(CARD)).isEqualTo("2026-12-07");
    city.reported(CARD, later);
    city.accept(COMMITTEE, CARD, later).then().statusCode(200);

    assertThat(city.dueOn(CARD)).isEqualTo("2026-11-23");
  }

  @Test
  void wholeRedCard_isClearedInTwoSteps() {
    city.begin("applicantsUntalked", "membersLost");
    city.redden(CARD);
    city.reported(CARD, city.line(CARD, "YX-16"));
    city.reported(CARD, city.line(CARD, "YX-25"));
    city.clearCard(COMMITTEE, CARD)
        .then()
        .statusCode(200)
        .body("lines.stage", equalTo(List.of("ACCEPTED", "ACCEPTED")));
    problem(city.clearCard(COMMITTEE, CARD), 409);
    city.clearCard(COUNTY, CARD).then().statusCode(200).body("status", equalTo("CLEARED"));
  }

  @Test
  void cardOfAUnit_isRectifiedByTheCommittee_andAcceptedAbove() {
    city.begin("approvalsOverdue");
    String card = "X1-2026-0001";
    long own = city.line(card, "YX-20");
    problem(city.propose(SECRETARY, card, own, TODAY), 404);
    problem(city.propose(COMMITTEE, card, own, LocalDate.of(2027, 1, 1)), 400);
    city.propose(COMMITTEE, card, own, TODAY)
        .then()
        .statusCode(200)
        .body("lines[0].turn.who", equalTo("示例县委经办人"));
    problem(city.acceptPlan(COMMITTEE, city.plan(card)), 409);
    city.acceptPlan(COUNTY, city.plan(card)).then().statusCode(200);
    city.report(COMMITTEE, card, own, TODAY).then().statusCode(200);
    city.redden(card);
    city.accept(COUNTY, card, own)
        .then()
        .statusCode(200)
        .body("lines[0].turn.who", equalTo("示例市委经办人"));
    problem(city.clear(COUNTY, card, own), 409);
    city.clear(CITY, card, own).then().statusCode(200).body("status", equalTo("CLEARED"));
    assertThat(city.notices(card)).contains("ISSUED -> OFFICE W1");
  }
}

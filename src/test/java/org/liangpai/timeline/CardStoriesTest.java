package org.liangpai.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.timeline.Story.CITY;
import static org.liangpai.timeline.Story.COMMITTEE;
import static org.liangpai.timeline.Story.COUNTY;
import static org.liangpai.timeline.Story.NOVEMBER;
import static org.liangpai.timeline.Story.OCTOBER;
import static org.liangpai.timeline.Story.SECRETARY;
import static org.liangpai.timeline.Story.SEPTEMBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What becomes of a card, told from morning to morning. Each story says all that happened: what is
 * not in its list did not happen. B1 has ten working days for YX-22 (unpaid dues), from Monday
 * 2026-11-09 to the 23rd.
 */
@QuarkusTest
class CardStoriesTest {

  private static final String DUES = "B1 YX-22";
  private static final String LAPSED = "B1 YX-23";

  @Inject Story story;

  @BeforeEach
  void setUp() {
    story.begins(LocalDate.of(2026, 11, 9), "B1", "B2");
  }

  /** B1 gets a yellow card for October. */
  private String yellowCard() {
    story.files("B1", OCTOBER, "membersDuesOverdue");
    story.confirms(OCTOBER, DUES);
    return story.card(DUES);
  }

  @Test
  void clearedInTime() {
    String card = yellowCard();

    story.comes("2026-11-11");
    story.plans(SECRETARY, DUES);
    story.acceptsPlan(COMMITTEE, DUES);
    story.comes("2026-11-16");
    story.reports(SECRETARY, DUES);
    story.accepts(COMMITTEE, DUES);
    story.comes("2027-03-01");

    assertThat(story.history(card))
        .containsExactly(
            "11-09 亮牌 YELLOW",
            "11-11 提交整改措施 YELLOW",
            "11-11 整改措施获认可 YELLOW",
            "11-16 报告整改完成 YELLOW",
            "11-16 销号 YELLOW",
            "11-16 摘牌 YELLOW",
            "02-17 回头看期满办结 YELLOW");
    assertThat(story.steps(card)).isEmpty();
    assertThat(story.proposals()).isEmpty();
    assertThat(story.told("OFFICE X1")).isEmpty();
    assertThat(story.told("OFFICE C1")).isEmpty();
  }

  @Test
  void returnedPlan() {
    String card = yellowCard();

    story.plans(SECRETARY, DUES);
    story.comes("2026-11-10");
    story.returnsPlan(COMMITTEE, DUES);
    assertThat(
            story.tries(SECRETARY, "/api/cards/" + card + "/lines/1/report", Map.of()).statusCode())
        .isGreaterThanOrEqualTo(400);
    story.comes("2026-11-11");
    story.plans(SECRETARY, DUES);
    story.comes("2026-11-12");
    story.acceptsPlan(COMMITTEE, DUES);
    story.reports(SECRETARY, DUES);
    story.rejects(COMMITTEE, DUES);
    story.comes("2026-11-13");
    story.reports(SECRETARY, DUES);
    story.accepts(COMMITTEE, DUES);

    assertThat(story.history(card))
        .containsExactly(
            "11-09 亮牌 YELLOW",
            "11-09 提交整改措施 YELLOW",
            "11-10 整改措施被退回 YELLOW",
            "11-11 提交整改措施 YELLOW",
            "11-12 整改措施获认可 YELLOW",
            "11-12 报告整改完成 YELLOW",
            "11-12 验收不通过 YELLOW",
            "11-13 报告整改完成 YELLOW",
            "11-13 销号 YELLOW",
            "11-13 摘牌 YELLOW");
    assertThat(
            story
                .reads(SECRETARY, "/api/cards/" + card + "/measures")
                .jsonPath()
                .getInt("lines[0].returns"))
        .isEqualTo(1);
  }

  @Test
  void extensionBeforeTheDueDay_movesTheLadder() {
    String card = yellowCard();
    story.plans(SECRETARY, DUES);
    story.acceptsPlan(COMMITTEE, DUES);

    story.comes("2026-11-20");
    long asked =
        asks(SECRETARY, card, "extension", Map.of("workingDays", 10, "reason", "示例：等上级拨款"));
    story.done(COMMITTEE, "/api/extensions/" + asked + "/decision", Map.of("granted", true));
    assertThat(story.dueOn(DUES)).isEqualTo(LocalDate.of(2026, 12, 7));
    assertThat(
            story
                .tries(
                    SECRETARY,
                    "/api/cards/" + card + "/extension",
                    Map.of("workingDays", 1, "reason", "示例：再延一天"))
                .statusCode())
        .isEqualTo(409);
    story.comes("2026-12-07");
    story.reports(SECRETARY, DUES);
    story.accepts(COMMITTEE, DUES);
    story.comes("2026-12-31");

    assertThat(story.history(card))
        .containsExactly(
            "11-09 亮牌 YELLOW",
            "11-09 提交整改措施 YELLOW",
            "11-09 整改措施获认可 YELLOW",
            "11-18 阶梯催办 YELLOW",
            "11-20 申请延期 YELLOW",
            "11-20 同意延期 YELLOW",
            "12-07 报告整改完成 YELLOW",
            "12-07 销号 YELLOW",
            "12-07 摘牌 YELLOW");
    assertThat(story.steps(card)).containsExactly("11-18 REMIND_BRANCH");
  }

  @Test
  void overdue_climbsToTheProposalOfAnInterview() {
    String card = yellowCard();

    story.comes("2026-12-31");

    assertThat(story.steps(card))
        .containsExactly(
            "11-18 REMIND_BRANCH",
            "11-24 URGE_BRANCH",
            "11-30 CRITICISE",
            "12-07 PROPOSE_INTERVIEW");
    assertThat(story.history(card))
        .startsWith("11-09 亮牌 YELLOW", "11-18 阶梯催办 YELLOW", "11-24 阶梯催办 YELLOW")
        .endsWith("11-30 等级上升 ORANGE", "11-30 阶梯催办 ORANGE");
    assertThat(story.proposals()).containsExactly("12-07 OVERDUE");
    assertThat(story.told("OFFICE X1")).hasSize(1).allMatch(one -> one.startsWith("11-30"));
    assertThat(story.told("OFFICE C1")).hasSize(1).allMatch(one -> one.startsWith("12-07"));
    assertThat(story.reads(COMMITTEE, "/api/accountability").statusCode()).isEqualTo(403);
    assertThat(story.reads(COUNTY, "/api/accountability").jsonPath().getList("items")).hasSize(1);
  }

  @Test
  void rejectedLate_isUrgedFromTheRejectionOn() {
    String card = yellowCard();
    story.plans(SECRETARY, DUES);
    story.acceptsPlan(COMMITTEE, DUES);

    story.comes("2026-11-20");
    story.reports(SECRETARY, DUES);
    story.comes("2026-12-09");
    story.rejects(COMMITTEE, DUES);
    story.comes("2026-12-31");

    assertThat(story.steps(card))
        .containsExactly(
            "11-18 REMIND_BRANCH",
            "11-27 REMIND_ACCEPTANCE",
            "12-10 URGE_BRANCH",
            "12-16 CRITICISE",
            "12-23 PROPOSE_INTERVIEW");
  }

  @Test
  void extensionGrantedLate_isHeldUntilThen() {
    String card = yellowCard();

    story.comes("2026-11-20");
    long asked =
        asks(SECRETARY, card, "extension", Map.of("workingDays", 10, "reason", "示例：等上级拨款"));
    story.comes("2026-12-09");
    assertThat(story.steps(card)).containsExactly("11-18 REMIND_BRANCH", "11-25 REMIND_EXTENSION");
    story.done(COMMITTEE, "/api/extensions/" + asked + "/decision", Map.of("granted", true));
    story.comes("2026-12-31");

    // The new due day, the 7th, was two working days past when it was granted.
    assertThat(story.dueOn(DUES)).isEqualTo(LocalDate.of(2026, 12, 7));
    assertThat(story.steps(card))
        .endsWith("12-10 URGE_BRANCH", "12-16 CRITICISE", "12-23 PROPOSE_INTERVIEW");
  }

  @Test
  void red_comesOffAfterTheSecondCheck() {
    story.files("B1", OCTOBER, "membersLapsed");
    story.confirms(OCTOBER, LAPSED);
    String card = story.card(LAPSED);

    story.mends(SECRETARY, COMMITTEE, LAPSED);
    story.accepts(COMMITTEE, LAPSED);
    assertThat(story.tries(COMMITTEE, "/api/cards/" + card + "/clearance", Map.of()).statusCode())
        .isEqualTo(409);
    story.comes("2026-11-10");
    story.clears(COUNTY, LAPSED);

    assertThat(story.history(card))
        .containsExactly(
            "11-09 亮牌 RED",
            "11-09 提交整改措施 RED",
            "11-09 整改措施获认可 RED",
            "11-09 报告整改完成 RED",
            "11-09 验收通过，待上级复核 RED",
            "11-10 销号 RED",
            "11-10 摘牌 RED");
  }

  @Test
  void objectionOnTheFifthDay_isUpheld() {
    String card = yellowCard();

    story.comes("2026-11-16");
    long raised = asks(SECRETARY, card, "objection", Map.of("reason", "示例：按季收缴，尚未到期"));
    story.comes("2026-11-27");
    assertThat(
            story
                .tries(
                    COMMITTEE, "/api/objections/" + raised + "/decision", Map.of("granted", true))
                .statusCode())
        .isEqualTo(403);
    story.done(
        COUNTY,
        "/api/objections/" + raised + "/decision",
        Map.of("granted", true, "reason", "示例：按季收缴属实"));
    story.comes("2027-01-31");

    assertThat(story.history(card))
        .startsWith("11-09 亮牌 YELLOW", "11-16 提出申诉 YELLOW", "11-27 申诉成立 YELLOW");
    assertThat(story.steps(card)).isEmpty();
    assertThat(story.reads(SECRETARY, "/api/cards/" + card).jsonPath().getString("status"))
        .isEqualTo("WITHDRAWN");
  }

  @Test
  void objectionOnTheSixthDay_isTooLate() {
    String card = yellowCard();

    story.comes("2026-11-17");

    assertThat(
            story
                .tries(SECRETARY, "/api/cards/" + card + "/objection", Map.of("reason", "示例：迟了"))
                .statusCode())
        .isEqualTo(409);
  }

  @Test
  void objectionRefused_givesBackTheDaysThatItTook() {
    String card = yellowCard();

    story.comes("2026-11-16");
    long raised = asks(SECRETARY, card, "objection", Map.of("reason", "示例：按季收缴"));
    story.comes("2026-11-27");
    story.done(
        COUNTY,
        "/api/objections/" + raised + "/decision",
        Map.of("granted", false, "reason", "示例：已到期"));

    // Nine working days passed from the 16th to the 27th.
    assertThat(story.dueOn(DUES)).isEqualTo(LocalDate.of(2026, 12, 4));
    story.comes("2026-12-04");
    assertThat(story.steps(card)).containsExactly("12-01 REMIND_BRANCH");
  }

  @Test
  void relapseInTheWatch_startsOneLevelHigher() {
    String first = yellowCard();
    story.mends(SECRETARY, COMMITTEE, DUES);
    story.accepts(COMMITTEE, DUES);

    story.comes("2026-12-08");
    story.files("B1", NOVEMBER, "membersDuesOverdue");
    story.confirms(NOVEMBER, DUES);
    String second = story.card(DUES);
    story.comes("2026-12-09");

    assertThat(second).isNotEqualTo(first);
    assertThat(story.history(first)).endsWith("11-09 摘牌 YELLOW", "12-08 回头看期内再犯 YELLOW");
    assertThat(story.history(second)).containsExactly("12-08 亮牌 ORANGE");
    assertThat(story.reads(SECRETARY, "/api/cards/" + second).jsonPath().getString("reopens"))
        .isEqualTo(first);
    assertThat(story.proposals()).isEmpty();
  }

  @Test
  void mergedBranch_passesItsCardOn() {
    story.files("B2", OCTOBER, "membersDuesOverdue");
    story.confirms(OCTOBER, "B2 YX-22");
    String card = story.card("B2 YX-22");
    assertThat(story.reads(SECRETARY, "/api/cards/" + card).statusCode()).isEqualTo(404);

    story.changes("UPDATE branch SET dissolved_on = '2026-11-10' WHERE branch_code = 'B2'");
    story.comes("2026-11-11");
    story.done(
        COMMITTEE, "/api/branches/B2/succession", Map.of("successor", "B1", "reason", "示例：并入B1"));
    story.mends(SECRETARY, COMMITTEE, DUES);
    story.accepts(COMMITTEE, DUES);
    story.comes("2026-12-31");

    assertThat(story.card(DUES)).isEqualTo(card);
    assertThat(story.history(card))
        .containsExactly(
            "11-09 亮牌 YELLOW",
            "11-11 移交承接支部 YELLOW",
            "11-11 提交整改措施 YELLOW",
            "11-11 整改措施获认可 YELLOW",
            "11-11 报告整改完成 YELLOW",
            "11-11 销号 YELLOW",
            "11-11 摘牌 YELLOW");
    assertThat(story.steps(card)).isEmpty();
  }

  @Test
  void suspended_isSilentUntilItEnds() {
    String card = yellowCard();

    long asked =
        asks(COMMITTEE, card, "suspension", Map.of("until", "2026-12-15", "reason", "示例：等待搬迁"));
    story.comes("2026-11-10");
    story.done(
        COUNTY,
        "/api/suspensions/" + asked + "/decision",
        Map.of("granted", true, "reason", "示例：情况属实"));
    story.comes("2026-12-15");
    assertThat(story.steps(card)).isEmpty();
    assertThat(story.reads(COUNTY, "/api/suspensions").jsonPath().getList("items")).hasSize(1);

    story.comes("2026-12-16");

    assertThat(story.history(card))
        .containsExactly(
            "11-09 亮牌 YELLOW",
            "11-09 申请挂账 YELLOW",
            "11-10 同意挂账 YELLOW",
            "12-16 挂账结束 YELLOW",
            "12-16 阶梯催办 YELLOW");
    assertThat(story.steps(card)).containsExactly("12-16 URGE_BRANCH");
    assertThat(story.reads(COUNTY, "/api/suspensions").jsonPath().getList("items")).isEmpty();
  }

  @Test
  void helpRequest_leavesTheClockRunning() {
    String card = yellowCard();

    long asked =
        story
            .done(
                SECRETARY,
                "/api/help-requests",
                Map.of(
                    "unit", "X1",
                    "subject", "MONEY",
                    "urgency", "URGENT",
                    "content", "示例：缺活动经费",
                    "card", card,
                    "dueOn", "2026-11-12"))
            .jsonPath()
            .getLong("id");
    story.comes("2026-11-24");
    List<String> told = story.told("OFFICE C1");
    story.done(
        COUNTY,
        "/api/help-requests/" + asked + "/answer",
        Map.of("answer", "DO", "text", "示例：已拨付"));
    story.done(
        SECRETARY, "/api/help-requests/" + asked + "/confirmation", Map.of("decision", "CONFIRM"));
    story.comes("2026-12-31");

    assertThat(told).as("the request climbed to the city").isNotEmpty();
    assertThat(story.told("OFFICE C1").subList(0, told.size())).isEqualTo(told);
    assertThat(story.steps(card)).contains("11-18 REMIND_BRANCH", "11-24 URGE_BRANCH");
  }

  @Test
  void twoRedsRunning_andAThird_areProposedToTheCity() {
    story.begins(LocalDate.of(2026, 9, 9), "B1");
    story.files("B1", SEPTEMBER.minusMonths(1), "membersLapsed");
    story.confirms(SEPTEMBER.minusMonths(1), LAPSED);
    clearsRed(LAPSED);
    story.comes("2026-10-12");
    assertThat(story.proposals()).isEmpty();

    story.files("B1", SEPTEMBER, "membersLost", "probationersOverdue");
    story.confirms(SEPTEMBER, "B1 YX-25", "B1 YX-18");
    story.comes("2026-10-13");
    assertThat(story.proposals()).containsExactly("10-13 TWO_REDS");
    clearsRed("B1 YX-25", "B1 YX-18");

    story.comes("2026-11-09");
    story.files("B1", OCTOBER, "duesSpentUndecided", "duesSpentOutOfScope");
    story.confirms(OCTOBER, "B1 BZ-06", "B1 BZ-07");
    story.comes("2026-11-10");

    assertThat(story.proposals()).containsExactly("10-13 TWO_REDS", "11-10 THREE_REDS");
    long proposal = story.reads(CITY, "/api/accountability").jsonPath().getLong("items[0].id");
    assertThat(
            story
                .tries(COUNTY, "/api/accountability/" + proposal + "/decision", Map.of())
                .statusCode())
        .isEqualTo(403);
  }

  private void clearsRed(String... lines) {
    for (String line : lines) {
      story.mends(SECRETARY, COMMITTEE, line);
      story.accepts(COMMITTEE, line);
    }
    for (String line : lines) {
      story.clears(COUNTY, line);
    }
  }

  private long asks(String who, String card, String what, Map<String, ?> body) {
    return story.done(who, "/api/cards/" + card + "/" + what, body).jsonPath().getLong("id");
  }
}

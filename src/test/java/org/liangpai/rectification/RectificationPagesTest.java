package org.liangpai.rectification;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.rectification.Rectifying.CARD;
import static org.liangpai.rectification.Rectifying.COMMITTEE;
import static org.liangpai.rectification.Rectifying.COUNTY;
import static org.liangpai.rectification.Rectifying.SECRETARY;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** The pages lead each of them through their part, and offer nobody what is not theirs. */
@QuarkusTest
class RectificationPagesTest {

  private static final String PAGE = "/cards/" + CARD;
  private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");

  @Inject Rectifying city;
  @Inject TestClock time;

  private long line;

  @BeforeEach
  void setUp() {
    city.begin("applicantsUntalked");
    city.redden(CARD);
    line = city.line(CARD, "YX-16");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void lead_aRedCardToItsEnd() {
    assertThat(page(SECRETARY, "/rectification")).contains("写出整改措施", "#line-" + line);
    assertThat(page(COMMITTEE, "/rectification")).contains("现在没有轮到您办理的事项");
    assertThat(page(COMMITTEE, "/rectification?show=all")).contains("示例支部B1书记：");
    assertThat(page(COMMITTEE, PAGE)).contains("轮到 示例支部B1书记：").doesNotContain("提交整改措施");

    assertThat(page(SECRETARY, PAGE))
        .contains(
            "轮到您：", "value=\"支部书记\"", "value=\"2026-11-23\" min=\"2026-11-09\" max=\"2026-11-23\"");
    send(
        SECRETARY,
        "/measures",
        Map.of("what", "与申请人谈话", "responsible", "支部书记", "dueOn", "2026-11-23"));

    assertThat(page(COMMITTEE, "/rectification")).contains("看整改措施，认可或退回");
    assertThat(page(SECRETARY, PAGE)).doesNotContain("认可措施").contains("修改措施");
    send(COMMITTEE, "/return", Map.of("reason", "NOT_CONCRETE", "remark", "请写明与谁谈话"));
    assertThat(page(SECRETARY, PAGE)).contains("退回：措施不具体，没有写清做什么；请写明与谁谈话");
    assertThat(page(SECRETARY, "/rectification")).contains("措施被退回", "退回 1 次");
    send(
        SECRETARY,
        "/measures",
        Map.of("what", "与张某谈话", "responsible", "支部书记", "dueOn", "2026-11-20"));
    send(COMMITTEE, "/acceptance", Map.of("remark", ""));

    send(SECRETARY, "/completion", Map.of("measure", "1", "doneOn", "2026-11-09"));
    assertThat(page(SECRETARY, PAGE)).contains("2026-11-09 已完成", "累计退回 1 次");
    send(SECRETARY, "/report", Map.of("text", "已谈话", "doneOn", "2026-11-09"));
    send(COMMITTEE, "/rejection", Map.of("reason", "NOT_SHOWN", "remark", "请补谈话记录"));
    assertThat(page(SECRETARY, PAGE)).contains("验收不通过", "请补谈话记录", "另提整改措施");
    send(SECRETARY, "/report", Map.of("text", "已补记录", "doneOn", "2026-11-09"));
    send(COMMITTEE, "/acceptance", Map.of("remark", "属实"));

    assertThat(page(COMMITTEE, PAGE)).contains("轮到 示例县委经办人：").doesNotContain("复核通过</button>");
    assertThat(page(COUNTY, "/rectification")).contains("复核，通过即销号", "不通过 1 次");
    send(COUNTY, "/clearance", Map.of("remark", ""));
    assertThat(page(SECRETARY, PAGE)).contains("已摘牌", "回头看至2027年2月9日").doesNotContain("轮到");
    assertThat(page(SECRETARY, "/rectification")).contains("现在没有轮到您办理的事项");
  }

  @Test
  void form_hasWhatWasReturned_andRoomForMore() {
    assertThat(page(SECRETARY, PAGE)).contains("再写一条（第 2 条）", "再写一条（第 20 条）");
    city.propose(SECRETARY, CARD, line, LocalDate.of(2026, 11, 12)).then().statusCode(200);
    city.returnPlan(COMMITTEE, city.plan(CARD), "NOT_CONCRETE").then().statusCode(200);
    assertThat(page(SECRETARY, PAGE))
        .contains("value=\"与申请人谈话\"", "value=\"2026-11-12\"", "再写一条（第 2 条）");

    city.today(LocalDate.of(2026, 11, 13));
    assertThat(page(SECRETARY, PAGE))
        .contains("value=\"与申请人谈话\"", "value=\"2026-11-23\"")
        .doesNotContain("value=\"2026-11-12\"");
  }

  @Test
  void show_whyAFormWasNotTaken() {
    String path = action(page(SECRETARY, PAGE), "/measures");
    Response refused =
        post(
            SECRETARY,
            path,
            Map.of("what", "与申请人谈话", "responsible", "支部书记", "dueOn", "2026-11-24"));
    refused.then().statusCode(400).header("HX-Retarget", "#notice");
    assertThat(refused.asString()).contains("2026-11-24", "不晚于 2026-11-23");
  }

  @Test
  void whoHoldsAPostAtTheBranch_isToldThatSomebodyElseDecides() {
    String both = "BRANCH_SECRETARY@B1 COMMITTEE_OFFICER@W1";
    city.propose(both, CARD, line, Rectifying.DUE).then().statusCode(200);
    assertThat(page(both, PAGE)).contains("您在 B1 任职").doesNotContain("认可措施</button>");
  }

  @Test
  void severalLines_areCheckedTogether() {
    city.begin("applicantsUntalked", "membersLost");
    city.reported(CARD, city.line(CARD, "YX-16"));
    assertThat(page(COMMITTEE, PAGE)).doesNotContain("一起验收");
    city.reported(CARD, city.line(CARD, "YX-25"));

    assertThat(page(SECRETARY, PAGE)).doesNotContain("一起验收");
    assertThat(page(COMMITTEE, PAGE)).contains("一起验收", "2 项全部通过");
    send(COMMITTEE, CARD + "/clearance", Map.of("remark", ""));
    assertThat(page(COMMITTEE, PAGE)).contains("已摘牌");
  }

  private static String page(String who, String path) {
    return given()
        .accept("text/html")
        .header("Authorization", Tester.with(who))
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  /** Sends the form of the card's page whose address ends so, which leads back to the page. */
  private static void send(String who, String ending, Map<String, String> fields) {
    post(who, action(page(who, PAGE), ending), fields).then().statusCode(303);
  }

  private static String action(String page, String ending) {
    Matcher forms = ACTION.matcher(page);
    while (forms.find()) {
      if (forms.group(1).endsWith(ending)) {
        return forms.group(1);
      }
    }
    throw new AssertionError("No form to " + ending + " on " + page);
  }

  private static Response post(String who, String path, Map<String, String> fields) {
    String token = PageForms.token();
    return given()
        .redirects()
        .follow(false)
        .header("Authorization", Tester.with(who))
        .header("HX-Request", "true")
        .cookie("csrf-token", token)
        .header("X-CSRF-TOKEN", token)
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(fields)
        .post(path);
  }
}

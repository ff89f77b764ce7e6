package org.liangpai.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.testsupport.CardStory.CARD;
import static org.liangpai.testsupport.CardStory.COMMITTEE;
import static org.liangpai.testsupport.CardStory.COUNTY;
import static org.liangpai.testsupport.CardStory.SECRETARY;
import static org.liangpai.testsupport.CardStory.YELLOW;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.CardStory;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.Tester;

/** Each side is offered what it may do now, on the page of the card, and nothing else. */
@QuarkusTest
class ConcessionPagesTest {

  private static final String PAGE = "/cards/" + CARD;

  @Inject CardStory story;

  @Test
  void extension_goesFromTheCardToTheVerifierAndBack() {
    story.beginWithCard(YELLOW);
    assertThat(page(SECRETARY, PAGE)).contains("申请延期", "提出申诉", "申请挂账").doesNotContain("撤销错发的牌");
    assertThat(page(COMMITTEE, PAGE)).contains("申请挂账").doesNotContain("申请延期", "提出申诉");
    assertThat(page(COUNTY, PAGE)).contains("撤销错发的牌").doesNotContain("申请挂账");

    sends(SECRETARY, PAGE + "/extension", Map.of("workingDays", "10", "reason", "党员在外"));
    assertThat(page(COMMITTEE, "/concessions?mine=true")).contains(CARD, "请您审批");
    assertThat(page(COUNTY, "/concessions?mine=true")).doesNotContain(CARD);
    assertThat(page(SECRETARY, PAGE)).contains("等核实单位审批").doesNotContain("同意几个工作日");

    String id = story.rows("SELECT id FROM concession").get(0);
    assertThat(page(COMMITTEE, PAGE)).contains("action=\"/extensions/" + id + "/decision\"");
    sends(COMMITTEE, "/extensions/" + id + "/decision", Map.of("granted", "true"));
    assertThat(page(SECRETARY, PAGE)).contains("已同意", "2026年12月7日").doesNotContain("/extension\"");
  }

  @Test
  void suspensionAndSuccession_haveTheirPages() {
    story.beginWithCard(YELLOW);
    sends(COMMITTEE, PAGE + "/suspension", Map.of("until", "2026-12-31", "reason", "场所在建"));
    String id = story.rows("SELECT id FROM concession").get(0);
    sends(COUNTY, "/suspensions/" + id + "/decision", Map.of("granted", "true"));
    assertThat(page(SECRETARY, "/suspensions")).contains(CARD, "共 1 张", "2026年12月31日");
    assertThat(page(SECRETARY, "/cards")).contains(CARD, "挂账");
    assertThat(page(COUNTY, "/")).contains("1 张挂账");

    story.dissolved("B1", "W1", LocalDate.of(2026, 11, 9));
    assertThat(page(COMMITTEE, "/successions")).contains("示例支部B1", "确定承接支部");
    assertThat(page(COMMITTEE, "/branches/B1/succession")).contains(CARD, "由谁承接");
    sends(COMMITTEE, "/branches/B1/succession", Map.of("reason", "人员全部转出"));
    assertThat(page(COMMITTEE, "/branches/B1/succession"))
        .contains("无承接支部", "人员全部转出")
        .doesNotContain("由谁承接");
    assertThat(page(COMMITTEE, "/suspensions")).doesNotContain(CARD);
  }

  @Test
  void branchThatIsToBeDissolved_isPassedOnWhenItIs() {
    story.beginWithCard(YELLOW);
    story.dissolved("B1", "W1", LocalDate.of(2026, 11, 20));

    assertThat(page(COMMITTEE, "/branches/B1/succession"))
        .contains("将于 2026-11-20 撤销")
        .doesNotContain("由谁承接");
  }

  @Test
  void help_isAskedOnTheCard_whichShowsForWhomItWaits() {
    story.beginWithCard(YELLOW);
    sends(
        SECRETARY,
        PAGE + "/help-requests",
        Map.of("unit", "W2", "subject", "VENUE", "urgency", "NORMAL", "content", "借用会议室"));
    assertThat(page(COUNTY, PAGE)).contains("等示例第二镇党委答复", "自 2026年11月9日 起");
    assertThat(page("COMMITTEE_OFFICER@W2", "/help-requests")).contains("借用会议室", "请您答复");

    String path = "/help-requests/" + story.rows("SELECT id FROM help_request").get(0);
    assertThat(page("COMMITTEE_OFFICER@W2", path)).contains("不能办理").doesNotContain(CARD);
    sends("COMMITTEE_OFFICER@W2", path + "/answer", Map.of("answer", "DO", "text", "每月可用"));
    assertThat(page(SECRETARY, path)).contains("确认办结", "退回重办");
    sends(SECRETARY, path + "/confirmation", Map.of("decision", "CONFIRM"));
    assertThat(page(SECRETARY, PAGE)).contains("已办结").doesNotContain("等示例第二镇党委");
  }

  private static String page(String who, String path) {
    return given()
        .header("Authorization", Tester.with(who))
        .accept("text/html")
        .get(path)
        .then()
        .statusCode(200)
        .extract()
        .asString();
  }

  private static void sends(String who, String path, Map<String, String> fields) {
    PageForms.form()
        .header("Authorization", Tester.with(who))
        .formParams(fields)
        .post(path)
        .then()
        .statusCode(303);
  }
}

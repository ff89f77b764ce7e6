package org.liangpai.notice;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.Tester;

/** Who finds what in their inbox, and that reading is told for each account. */
@QuarkusTest
class InboxTest {

  private static final String SECRETARY = "BRANCH_SECRETARY@B1";
  private static final String OFFICER = "COMMITTEE_OFFICER@W1";

  @Inject NoticeStory story;

  @BeforeEach
  void setUp() {
    story.begin();
  }

  @AfterEach
  void clear() {
    story.begin();
  }

  @Test
  void inbox_holdsWhatIsAddressedToThePosts() {
    story.tell("K1", "SECRETARY@B1");
    story.tell("K2", "OFFICE@W1 OFFICE@X1");
    story.tell("K3", "SECRETARY@B2 OFFICE@W2 LEADER@B1 SUPERVISOR@W1 ACCOUNT@B1");

    assertThat(titles(SECRETARY)).containsExactly("标题K1");
    assertThat(titles(OFFICER)).containsExactly("标题K2");
    assertThat(titles("COUNTY_OFFICER@X1")).containsExactly("标题K2");
    assertThat(titles("SECURITY")).isEmpty();
    assertThat(titles(SECRETARY + " " + OFFICER)).containsExactly("标题K2", "标题K1");
  }

  @Test
  void inbox_ofALeaderHoldsWhatIsAssigned_whileItIs() {
    story.execute(
        """
        INSERT INTO supervision_assignment (kind, account, branch_code, from_on, to_on, assigned_at, assigned_by, reason)
        VALUES ('CONTACT_LEADER', 'LEADER@X1', 'B1', '2026-11-01', '2026-11-09', now(), '示例', '示例')
        """);
    story.tell("K1", "LEADER@B1");
    story.tell("K2", "SUPERVISOR@B1 LEADER@B2");
    story.tell("K3", "LEADER@X1");

    assertThat(titles("LEADER@X1")).containsExactly("标题K3", "标题K1");
    story.at(NoticeStory.MONDAY.plusDays(1), 9, 0);
    assertThat(titles("LEADER@X1")).containsExactly("标题K3");
  }

  @Test
  void notice_staysForTheNextHolder() {
    story.tell("K1", "SECRETARY@B1");
    String before = SECRETARY;
    int id = as(before).get("/api/notices").then().extract().path("items[0].id");
    as(before).post("/api/notices/" + id + "/reading").then().statusCode(204);
    assertThat(unread(before)).isEmpty();

    // The same post under another name.
    assertThat(unread(SECRETARY + " " + SECRETARY)).containsExactly("标题K1");
  }

  @Test
  void reading_hasItsEffectOnce() {
    story.tell("K1", "SECRETARY@B1");
    story.tell("K2", "SECRETARY@B1");
    List<Integer> ids = as(SECRETARY).get("/api/notices").then().extract().path("items.id");
    as(SECRETARY).post("/api/notices/" + ids.get(0) + "/reading").then().statusCode(204);
    as(SECRETARY).post("/api/notices/" + ids.get(0) + "/reading").then().statusCode(204);

    assertThat(unread(SECRETARY)).containsExactly("标题K1");
    as(SECRETARY).post("/api/notices/reading").then().statusCode(200).body("read", equalTo(1));
    as(SECRETARY).post("/api/notices/reading").then().statusCode(200).body("read", equalTo(0));
    assertThat(titles(SECRETARY)).hasSize(2);
  }

  @Test
  void readingAll_leavesWhatCameLater() {
    story.tell("K1", "SECRETARY@B1");
    int seen = as(SECRETARY).get("/api/notices").then().extract().path("items[0].id");
    story.tell("K2", "SECRETARY@B1");

    as(SECRETARY)
        .post("/api/notices/reading?upTo=" + seen)
        .then()
        .statusCode(200)
        .body("read", equalTo(1));
    assertThat(unread(SECRETARY)).containsExactly("标题K2");
  }

  @Test
  void readingThePage_leavesWhatItDoesNotShow() {
    for (int i = 1; i <= 31; i++) {
      story.tell("K" + i, "SECRETARY@B1");
    }
    String page = page(SECRETARY, "/notices");
    assertThat(page).contains("以下30条标为已读").doesNotContain("标题K1<");

    PageForms.form()
        .header("Authorization", Tester.with(SECRETARY))
        .formParam("from", hidden(page, "from"))
        .formParam("upTo", hidden(page, "upTo"))
        .post("/notices/reading")
        .then()
        .statusCode(303);

    assertThat(unread(SECRETARY)).containsExactly("标题K1");
  }

  private static String hidden(String page, String name) {
    Matcher field = Pattern.compile("name=\"" + name + "\" value=\"(\\d+)\"").matcher(page);
    assertThat(field.find()).isTrue();
    return field.group(1);
  }

  @Test
  void noticeOfOthers_isNotThere() {
    story.tell("K1", "SECRETARY@B2");
    int id = as("BRANCH_SECRETARY@B2").get("/api/notices").then().extract().path("items[0].id");

    as(OFFICER)
        .post("/api/notices/" + id + "/reading")
        .then()
        .statusCode(404)
        .body("detail", equalTo("没有这个通知：" + id));
  }

  @Test
  void list_goesOnPageByPage() {
    List.of("K1", "K2", "K3").forEach(key -> story.tell(key, "SECRETARY@B1"));

    String next =
        as(SECRETARY)
            .get("/api/notices?limit=2")
            .then()
            .body("items.title", equalTo(List.of("标题K3", "标题K2")))
            .extract()
            .path("next");
    as(SECRETARY)
        .get("/api/notices?limit=2&after=" + next)
        .then()
        .body("items.title", equalTo(List.of("标题K1")))
        .body("next", equalTo(null));
  }

  @Test
  void header_countsWhatIsUnread() {
    assertThat(page(SECRETARY, "/branches")).doesNotContain("class=\"count\"");
    story.tell("K1", "SECRETARY@B1");
    assertThat(page(SECRETARY, "/branches"))
        .contains("<span class=\"count\"><span class=\"hidden\">未读</span>1</span>");
    for (int i = 0; i < 100; i++) {
      story.tell("M" + i, "SECRETARY@B1");
    }
    assertThat(page(SECRETARY, "/branches")).contains("99+");
  }

  @Test
  void page_showsTheUnreadFirst_andLeadsOn() {
    story.tell("K1", "SECRETARY@B1");
    story.tell("K2", "SECRETARY@B1");
    int latest = as(SECRETARY).get("/api/notices").then().extract().path("items[0].id");

    PageForms.form()
        .header("Authorization", Tester.with(SECRETARY))
        .formParam("open", "true")
        .post("/notices/" + latest + "/reading")
        .then()
        .statusCode(303)
        .header("Location", containsString("/cards/K2"));

    String page = page(SECRETARY, "/notices");
    assertThat(page)
        .contains("发给：支部书记（示例支部B1）")
        .contains("亮牌", "示例支部的事情K1。", "2026-11-09 09:00", "查看并处理");
    assertThat(page.indexOf("标题K1")).isLessThan(page.indexOf("<h2 id=\"read\">已读</h2>"));
    assertThat(page.indexOf("标题K2")).isGreaterThan(page.indexOf("<h2 id=\"read\">已读</h2>"));
  }

  @Test
  void inbox_isShutToWhoHasNotSignedIn() {
    given().noFilters().get("/api/notices").then().statusCode(401);
  }

  @Test
  void settings_areKeptForOneselfAlone() {
    PageForms.form()
        .header("Authorization", Tester.with(SECRETARY))
        .formParam("email", "zhang@example.org")
        .formParam("rhythm", "AT_ONCE")
        .formParam("quiet", "OWN")
        .formParam("quietFrom", "22:00")
        .formParam("quietTo", "06:00")
        .post("/notices/settings")
        .then()
        .statusCode(303);

    as(SECRETARY)
        .get("/api/notices/settings")
        .then()
        .body("own.email", equalTo("zhang@example.org"))
        .body("own.rhythm", equalTo("AT_ONCE"))
        .body("own.quietFrom", equalTo("22:00:00"));
    as(OFFICER).get("/api/notices/settings").then().body("own.email", equalTo(null));
    assertThat(page(SECRETARY, "/notices/settings"))
        .contains("value=\"zhang@example.org\"", "value=\"22:00\"");
    assertThat(
            story.value(
                "SELECT count(*) FROM audit_entry e WHERE act = 'NOTICE_SETTINGS_CHANGED' AND e::text LIKE '%zhang@%'"))
        .isEqualTo("0");
  }

  @Test
  void settings_thatAreWrongStayOnThePage() {
    PageForms.form()
        .header("Authorization", Tester.with(SECRETARY))
        .formParam("email", "zhang@example.org,li@example.org")
        .formParam("quiet", "OWN")
        .post("/notices/settings")
        .then()
        .statusCode(400)
        .body(allOf(containsString("邮箱地址"), containsString("zhang@example.org,li@example.org")));
    PageForms.form()
        .header("Authorization", Tester.with(SECRETARY))
        .formParam("quiet", "OWN")
        .formParam("quietFrom", "22:00")
        .post("/notices/settings")
        .then()
        .statusCode(400)
        .body(allOf(containsString("请填写免打扰"), not(containsString("设置已保存"))));
  }

  private static List<String> titles(String posts) {
    return as(posts).get("/api/notices").then().statusCode(200).extract().path("items.title");
  }

  private static List<String> unread(String posts) {
    return as(posts).get("/api/notices?unread=true").then().extract().path("items.title");
  }

  private static String page(String posts, String path) {
    return as(posts).accept("text/html").get(path).then().statusCode(200).extract().asString();
  }

  private static RequestSpecification as(String posts) {
    return given().header("Authorization", Tester.with(posts));
  }
}

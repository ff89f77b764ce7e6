package org.liangpai.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.liangpai.testsupport.PageForms.form;
import static org.liangpai.testsupport.PageForms.htmx;
import static org.liangpai.testsupport.PageForms.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.StartingSweeps;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatus;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.verification.FindingFilter;
import org.liangpai.verification.FindingView;
import org.liangpai.verification.ListingFindings;

@QuarkusTest
class PagesTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final String SENTENCE = "2026年10月未召开支委会；要求每月至少1次";

  @Inject TestCity city;
  @Inject TestClock clock;
  @Inject StartingSweeps starting;
  @Inject ReadingSweeps reading;
  @Inject ListingFindings listing;

  @BeforeEach
  void startsWithoutBranches() {
    clock.reset();
    city.reset();
  }

  @Test
  void overviewPointsToTheImport_whileThereIsNothing() {
    page("/").body(containsString("还没有数据"), containsString("href=\"/import\""));
  }

  @Test
  void overviewTellsTheLastSweep_soThatItAddsUp() {
    sweptOctober();

    page("/")
        .body(
            containsString("2026年10月排查结果"),
            containsString("共判断 <strong>3</strong> 个支部"),
            containsString("<strong>1</strong> 个正常"),
            containsString("<strong>2</strong> 个有疑似问题"),
            containsString("<span class=\"figure\">3</span><span>项疑似问题待核实"),
            containsString("<select name=\"month\"><option value=\"2026-10\">2026年10月</option>"),
            not(containsString("value=\"2026-11\"")));
  }

  @Test
  void ledgerShowsCounts_andNoFingerprints() {
    Sweep sweep = sweptOctober();

    page("/sweeps").body(containsString("/sweeps/" + sweep.id()));
    page("/sweeps/" + sweep.id())
        .body(
            containsString("已完成"),
            not(containsString(sweep.listFingerprint())),
            not(containsString(sweep.resultHash())),
            containsString("名册上共 3 个支部"));
  }

  @Test
  void startsASweep_andShowsItUntilItsEnd() {
    city.branch("B1", UnaryOperator.identity());

    String ledger =
        form()
            .formParam("month", "2026-10")
            .post("/sweeps")
            .then()
            .statusCode(303)
            .extract()
            .header("Location");
    String id = ledger.substring(ledger.lastIndexOf('/') + 1);
    ended(reading.get(UUID.fromString(id)));

    htmx().get("/sweeps/" + id + "/progress").then().statusCode(200).header("HX-Refresh", "true");
  }

  @Test
  void refusesAMonthThatIsNotOver_asAPageOrAsANote() {
    form()
        .formParam("month", "2026-11")
        .post("/sweeps")
        .then()
        .statusCode(409)
        .contentType("text/html")
        .body(containsString("<h1>当前状态下不能这样做</h1>"), containsString("尚未结束"));
    htmx()
        .formParam("month", "2026-11")
        .post("/sweeps")
        .then()
        .statusCode(409)
        .header("HX-Retarget", "#notice")
        .body(containsString("尚未结束"), not(containsString("<html")));
  }

  @Test
  void queueShowsEachFinding_withLevelSentenceAndBasis() {
    sweptOctober();

    page("/findings")
        .body(
            containsString("共 3 项"),
            containsString(SENTENCE),
            containsString("<span class=\"shape\" aria-hidden=\"true\">●</span>黄牌"),
            containsString("《中国共产党支部工作条例（试行）》（2018年）第十二条"),
            containsString("/branches/B2?month=2026-10#YX-02"));
    page("/findings?item=YX-09").body(containsString("没有待核实的疑似问题"));
    page("/findings?unit=W2").body(containsString("共 0 项"));
  }

  @Test
  void marksItemsThatTheCityMustConfirm() {
    sweptOctober();

    page("/findings?item=YX-11").body(containsString("须由本市确认"), containsString("地方做法"));
    page("/findings?item=YX-02").body(not(containsString("须由本市确认")));
  }

  @Test
  void asksForAReason_whereOneIsCompulsory() {
    sweptOctober();
    long finding = finding("B2").id();

    for (String decision : List.of("DISMISSED", "DATA_ERROR")) {
      htmx()
          .formParam("decision", decision)
          .formParam("reason", "  ")
          .post("/findings/" + finding + "/decision")
          .then()
          .statusCode(400)
          .body(containsString("必须写明理由"), containsString("id=\"error-" + finding + "\""));
      form()
          .formParam("decision", decision)
          .post("/findings/" + finding + "/decision")
          .then()
          .statusCode(400)
          .body(containsString("必须写明理由"), containsString("<html"));
    }
    assertThat(finding("B2").decidedBy()).isNull();
  }

  @Test
  void tellsOfTheCard_onceTheLastFindingIsDecided() {
    sweptOctober();
    long first = finding("B3").id();

    htmx()
        .formParam("decision", "CONFIRMED")
        .post("/findings/" + first + "/decision")
        .then()
        .statusCode(200)
        .body(containsString("本支部当月还有 1 项待核实"), not(containsString("/cards/")));
    htmx()
        .formParam("decision", "DISMISSED")
        .formParam("reason", "当月已补报")
        .post("/findings/" + lastFinding("B3").id() + "/decision")
        .then()
        .statusCode(200)
        .body(containsString("href=\"/cards/W1-2026-0001\""), containsString("理由：当月已补报"));
  }

  @Test
  void goesBackToTheSameQueue_withoutScripts() {
    sweptOctober();

    form()
        .formParam("decision", "CONFIRMED")
        .post("/findings/" + finding("B2").id() + "/decision?month=2026-10&level=YELLOW")
        .then()
        .statusCode(303)
        .header(
            "Location",
            allOf(
                containsString("/findings?month=2026-10&level=YELLOW&status=PENDING"),
                endsWith("&decided=1&card=W1-2026-0001")));
    page("/findings?decided=1&card=W1-2026-0001")
        .body(containsString("已核实 1 项"), containsString("href=\"/cards/W1-2026-0001\""));
  }

  @Test
  void decidesOnSeveralAtOnce_butNotOnNone() {
    sweptOctober();

    form()
        .formParam("decision", "CONFIRMED")
        .post("/findings/decisions")
        .then()
        .statusCode(400)
        .body(containsString("请先勾选要核实的疑似问题"));
    form()
        .formParam("decision", "DISMISSED")
        .formParam("finding", finding("B2").id())
        .post("/findings/decisions")
        .then()
        .statusCode(400)
        .body(containsString("必须写明理由"), containsString(" checked"));
    form()
        .formParam("decision", "CONFIRMED")
        .formParam("finding", finding("B3").id(), lastFinding("B3").id())
        .post("/findings/decisions")
        .then()
        .statusCode(303)
        .header("Location", endsWith("decided=2&card=W1-2026-0001"));
  }

  @Test
  void graveFindings_areNotDecidedTogether_onThePage() {
    city.branch("B4", UnaryOperator.identity());
    city.records("B4", YearMonth.of(2026, 7), YearMonth.of(2026, 9));
    city.record("B4", OCTOBER, row -> row.with("membersLost", 1));
    sweptOctober();
    long grave = finding("B4").id();

    page("/findings?branch=B4").body(not(containsString("name=\"finding\"")));
    form()
        .formParam("decision", "CONFIRMED")
        .formParam("finding", grave, finding("B2").id())
        .post("/findings/decisions")
        .then()
        .statusCode(400)
        .body(containsString("橙色、红色的疑似问题须逐项核实"), containsString("YX-25"));
    form()
        .formParam("decision", "CONFIRMED")
        .post("/findings/" + grave + "/decision")
        .then()
        .statusCode(303);
  }

  @Test
  void queueSaysBeforehand_whichCardsWouldCome() {
    sweptOctober();

    page("/findings?branch=B2").body(containsString("属实后立即给支部亮牌，不低于黄牌。"));
    page("/findings?branch=B3").body(containsString("属实后先不亮牌：同月还有 1 项待核实，全部核实后一起亮牌。"));
  }

  @Test
  void bulkSaysWhatWasDecidedBefore() {
    sweptOctober();
    long first = finding("B3").id();
    form().formParam("decision", "CONFIRMED").post("/findings/" + first + "/decision");

    form()
        .formParam("decision", "CONFIRMED")
        .formParam("finding", first, lastFinding("B3").id())
        .post("/findings/decisions")
        .then()
        .statusCode(303)
        .header("Location", containsString("decided=1&unchanged=1"));
    page("/findings?decided=1&unchanged=1").body(containsString("另有 1 项此前已经这样核实，没有变化"));
  }

  @Test
  void tilesOpenWhatTheyCount() {
    sweptOctober();
    page("/")
        .body(
            containsString("href=\"/findings?overdue=true"),
            containsString("href=\"/cards?open=true\""));
    page("/findings?overdue=true").body(containsString("共 0 项"));
    clock.set(TestClock.START.plus(Duration.ofDays(60)));
    page("/findings?overdue=true").body(containsString("共 3 项"));
  }

  @Test
  void cardExplainsItself() {
    issuedCard();

    page("/cards").body(containsString("href=\"/cards/W1-2026-0001\""));
    page("/cards/W1-2026-0001")
        .body(
            containsString("<span class=\"word\">黄牌</span>"),
            containsString("示例市委 / 示例县委 / 示例第一镇党委"),
            containsString(SENTENCE),
            containsString("不晚于 2026年11月23日 完成整改"),
            containsString("跳过的休息日"),
            containsString("2026-11-14 周六"),
            not(containsString("暂定")));
    page("/cards?overdue=true").body(containsString("没有符合条件的亮牌"));
  }

  @Test
  void changesTheLevelOfACard_onlyWithAReason() {
    issuedCard();

    form()
        .formParam("level", "ORANGE")
        .post("/cards/W1-2026-0001/level")
        .then()
        .statusCode(400)
        .body(containsString("调整等级必须写明理由"));
    form()
        .formParam("level", "ORANGE")
        .formParam("reason", "情节较重")
        .post("/cards/W1-2026-0001/level")
        .then()
        .statusCode(303);
    page("/cards/W1-2026-0001")
        .body(containsString("<span class=\"word\">橙牌</span>"), containsString("情节较重"));
  }

  @Test
  void branchTellsTheVerdictOfEveryItem() {
    sweptOctober();

    String all = page("/branches/B2?month=2026-10").extract().asString();
    assertThat(Pattern.compile("<tr id=\"[A-Z]{2}-\\d\\d\"").matcher(all).results()).hasSize(78);
    page("/branches/B2?month=2026-10&verdict=HIT")
        .body(containsString(SENTENCE), not(containsString("<tr id=\"YX-03\"")));
    page("/branches/B2?month=2000-01").body(containsString("尚未成立"));
    page("/branches?q=B2").body(containsString("示例支部B2"), not(containsString("示例支部B3")));
  }

  @Test
  void importsAFile_andNamesWhatIsWrongInIt() {
    page("/import").body(containsString("name=\"effectiveOn\" value=\"2026-10-31\""));
    upload()
        .multiPart("effectiveOn", "2026-10-31")
        .multiPart("file", "", new byte[0])
        .post("/import")
        .then()
        .statusCode(400)
        .body(containsString("请先选择要导入的文件"));
    upload()
        .multiPart("effectiveOn", "2026-10-31")
        .multiPart("units", "units.csv", "党组织编码,党组织名称,层级,上级党组织编码\nW9,示例九镇党委,<乡>,X1\n".getBytes())
        .post("/import")
        .then()
        .statusCode(200)
        .body(
            containsString("有 1 处错误"),
            containsString("data-label=\"栏目\">层级"),
            containsString("&lt;乡&gt;"),
            containsString("/errors.xlsx"));
    upload()
        .multiPart("effectiveOn", "2026-10-31")
        .multiPart(
            "units", "units.csv", "党组织编码,党组织名称,层级,上级党组织编码\nW9,示例九镇党委,基层党委,X1\n合计,1\n".getBytes())
        .post("/import")
        .then()
        .body(containsString("这些行不是数据，已跳过：合计1行（第3行）"));
  }

  @Test
  void listsTheMeetingsThatAnImportWouldRemove_andRemovesThemAtTheSecondPress() {
    city.branch("B1", row -> row);
    city.record("B1", OCTOBER, row -> row);
    String one = "branchCode,month,type,heldOn\nB1,2026-10,LECTURE,2026-10-30\n";

    upload()
        .multiPart("meetings", "meetings.csv", one.getBytes())
        .post("/import")
        .then()
        .statusCode(200)
        .body(
            containsString("这些会议活动这次没有上传，都还在"),
            containsString("主题党日2026-10-05"),
            containsString("确认删去以上会议活动并导入"));
    given().get("/api/records/B1/2026-10").then().body("meetings.size()", equalTo(4));

    upload()
        .multiPart("removals", "ACCEPT")
        .multiPart("meetings", "meetings.csv", one.getBytes())
        .post("/import")
        .then()
        .statusCode(200)
        .body(containsString("这些会议活动已删去"), not(containsString("确认删去以上会议活动并导入")));
    given().get("/api/records/B1/2026-10").then().body("meetings.size()", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nothing",
        "/cards/none",
        "/branches/none",
        "/sweeps/none",
        "/findings?month=x",
        "/cards?level=PINK"
      })
  void showsAPageInChinese_forWhatIsNotThere(String address) {
    String body =
        given()
            .accept("text/html")
            .get(address)
            .then()
            .contentType("text/html")
            .extract()
            .asString();

    assertThat(body).contains("<html lang=\"zh-CN\">", "返回总览").doesNotContain("Unable", "urn:");
    given().accept("*/*").get(address).then().contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/", "/findings", "/cards", "/branches", "/branches/B2", "/sweeps", "/import"})
  void usesOnlyItsOwnFiles(String address) {
    sweptOctober();

    String body =
        page(address)
            .header("Content-Security-Policy", containsString("default-src 'none'"))
            .extract()
            .asString();

    assertThat(body).doesNotContain(" style=", "<style", "<script>", " onclick=", "//cdn");
    Pattern.compile("(?:src|href)=\"(/[^\"]+\\.(?:js|css|svg)\\?v=\\w+)\"")
        .matcher(body)
        .results()
        .map(found -> found.group(1))
        .distinct()
        .forEach(
            file ->
                given()
                    .get(file)
                    .then()
                    .statusCode(200)
                    .header("Cache-Control", "public, max-age=31536000, immutable"));
  }

  /** B1 is healthy, B2 lacks a meeting, B3 lacks it too and left a field blank. */
  private Sweep sweptOctober() {
    for (String code : List.of("B1", "B2", "B3")) {
      city.branch(code, UnaryOperator.identity());
      city.records(code, YearMonth.of(2026, 7), OCTOBER);
    }
    city.record("B2", OCTOBER, UnaryOperator.identity(), "COMMITTEE_MEETING");
    city.record("B3", OCTOBER, row -> row.with("groups", null), "COMMITTEE_MEETING");
    return ended(starting.start(OCTOBER, Occasion.REQUESTED, "示例"));
  }

  private void issuedCard() {
    sweptOctober();
    form()
        .formParam("decision", "CONFIRMED")
        .post("/findings/" + finding("B2").id() + "/decision")
        .then()
        .statusCode(303);
  }

  private Sweep ended(Sweep sweep) {
    Sweep now = sweep;
    for (int i = 0; i < 300 && now.status() == SweepStatus.RUNNING; i++) {
      pause();
      now = reading.get(sweep.id());
    }
    assertThat(now.status()).isEqualTo(SweepStatus.DONE);
    return now;
  }

  private static void pause() {
    try {
      Thread.sleep(Duration.ofMillis(100).toMillis());
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private FindingView finding(String branch) {
    return findings(branch).get(0);
  }

  private FindingView lastFinding(String branch) {
    List<FindingView> found = findings(branch);
    return found.get(found.size() - 1);
  }

  private List<FindingView> findings(String branch) {
    return listing
        .list(
            new FindingFilter(
                Optional.empty(),
                Optional.of(branch),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty()),
            0,
            10)
        .items();
  }

  private static ValidatableResponse page(String address) {
    return given()
        .accept("text/html,application/xhtml+xml")
        .get(address)
        .then()
        .statusCode(200)
        .contentType("text/html");
  }
}

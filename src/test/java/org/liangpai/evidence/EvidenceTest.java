package org.liangpai.evidence;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.liangpai.evidence.EvidenceCity.CARD;
import static org.liangpai.evidence.EvidenceCity.ELSEWHERE;
import static org.liangpai.evidence.EvidenceCity.OFFICER;
import static org.liangpai.evidence.EvidenceCity.SECRETARY;
import static org.liangpai.testsupport.PageForms.form;
import static org.liangpai.testsupport.PageForms.upload;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;
import org.liangpai.testsupport.TwoCounties;

/** What the holder of a card says and shows, and who may see it. */
@QuarkusTest
class EvidenceTest {

  @Inject TwoCounties counties;
  @Inject EvidenceCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
  }

  @Test
  void text_isKeptWithTheDayOfTheFact() {
    city.text(SECRETARY, "2026-11-09", " 已补办组织关系转接 ")
        .then()
        .statusCode(201)
        .body("kind", equalTo("TEXT"))
        .body("note", equalTo("已补办组织关系转接"))
        .body("happenedOn", equalTo("2026-11-09"))
        .body("addedAt", equalTo("2026-11-09T09:00:00+08:00"))
        .body("addedBy", equalTo("BRANCH_SECRETARY@B1"))
        .body("withdrawn", nullValue());

    assertThat(city.list(OFFICER)).hasSize(1);
    assertThat(
            city.value(
                "SELECT count(*) FROM audit_entry WHERE act = 'EVIDENCE_ADDED' AND object = '"
                    + CARD
                    + "'"))
        .isNotEqualTo("0");
  }

  @Test
  void fact_isNotOfTomorrow_norWithoutADay() {
    problem(city.text(SECRETARY, "2026-11-10", "将要整改"), 400);
    problem(city.text(SECRETARY, "", "已整改"), 400);
    problem(city.text(SECRETARY, "1999-12-31", "已整改"), 400);
    problem(city.text(SECRETARY, "2026-11-01", " "), 400);
    assertThat(city.list(SECRETARY)).isEmpty();
  }

  @Test
  void evidence_comesFromTheHolderOnly() {
    problem(city.text(OFFICER, "2026-11-02", "替支部填写"), 409)
        .body("type", containsString("not-your-side"));
    problem(city.file(OFFICER, "a.pdf", SampleFiles.pdf()), 409);
    problem(city.text(ELSEWHERE, "2026-11-02", "别处"), 404);
    problem(city.text(Tester.with("COUNTY_OFFICER@X1"), "2026-11-02", "县里"), 403);
  }

  @Test
  void evidence_isForALineOfTheCardThatStands() {
    given()
        .header("Authorization", SECRETARY)
        .contentType("application/json")
        .body("{\"kind\":\"TEXT\",\"lineId\":0,\"happenedOn\":\"2026-11-02\",\"note\":\"x\"}")
        .post("/api/cards/" + CARD + "/evidence")
        .then()
        .statusCode(400);
    city.execute(
        "UPDATE card_line SET open = false, stage = 'CLOSED' WHERE card_number = '" + CARD + "'");
    problem(city.text(SECRETARY, "2026-11-02", "迟到的说明"), 409)
        .body("type", containsString("evidence-line-closed"));
  }

  @Test
  void theSameAgain_isThereOnce() {
    city.text(SECRETARY, "2026-11-02", "已整改").then().statusCode(201);
    problem(city.text(SECRETARY, "2026-11-02", "已整改"), 409);
    city.text(SECRETARY, "2026-11-03", "已整改").then().statusCode(201);
    assertThat(city.list(SECRETARY)).hasSize(2);
  }

  @Test
  void line_hasSoManyPiecesAndNoMore() {
    for (int i = 0; i < 20; i++) {
      city.text(SECRETARY, "2026-11-02", "说明" + i).then().statusCode(201);
    }
    problem(city.text(SECRETARY, "2026-11-02", "说明20"), 409).body("detail", containsString("20件"));
  }

  @Test
  void record_isLinkedWhenItIsOnFile() {
    Response linked = city.record(SECRETARY, "2026-10");
    linked
        .then()
        .statusCode(201)
        .body("record.month", equalTo("2026-10"))
        .body("happenedOn", equalTo("2026-10-31"))
        .body("record.address", equalTo("/branches/B1/records/2026-10"));
    given()
        .accept("text/html")
        .header("Authorization", SECRETARY)
        .get(linked.<String>path("record.address"))
        .then()
        .statusCode(200);
    problem(city.record(SECRETARY, "2026-10"), 409);
  }

  @Test
  void record_isNotLinked_thatIsNotOnFileOrReturned() {
    problem(city.record(SECRETARY, "2026-08"), 409).body("detail", containsString("2026年8月"));
    city.execute("UPDATE monthly_record SET status = 'RETURNED' WHERE branch_code = 'B1'");
    problem(city.record(SECRETARY, "2026-10"), 409);
  }

  @Test
  void withdrawal_isOfOnesOwn_withAReason_once() {
    String id = city.text(SECRETARY, "2026-11-02", "写错了").path("id");
    problem(city.withdraw(OFFICER, id, "不是我加的"), 409).body("type", containsString("not-own"));
    problem(city.withdraw(SECRETARY, id, " "), 400);
    problem(city.withdraw(ELSEWHERE, id, "x"), 404);

    city.withdraw(SECRETARY, id, "写错了日期")
        .then()
        .statusCode(200)
        .body("withdrawn.by", equalTo("BRANCH_SECRETARY@B1"))
        .body("withdrawn.reason", equalTo("写错了日期"));
    problem(city.withdraw(SECRETARY, id, "再撤一次"), 409);
    assertThat(city.list(OFFICER)).hasSize(1);
    city.text(SECRETARY, "2026-11-02", "写错了").then().statusCode(201);
  }

  @Test
  void withdrawal_endsWithAcceptance() {
    String id = city.text(SECRETARY, "2026-11-02", "已整改").path("id");
    city.execute("UPDATE card_line SET stage = 'REPORTED' WHERE card_number = '" + CARD + "'");
    city.execute("UPDATE card_line SET stage = 'ACCEPTED' WHERE card_number = '" + CARD + "'");
    problem(city.withdraw(SECRETARY, id, "想撤"), 409)
        .body("type", containsString("evidence-accepted"));
    assertThat(city.value("SELECT count(withdrawn_by) FROM evidence")).isEqualTo("0");
  }

  @Test
  void evidence_isSeenInScopeOnly() {
    String id = city.file("会议记录.pdf", SampleFiles.pdf()).path("id");
    city.content(Tester.with("LEADER@X1"), id).then().statusCode(200);
    problem(city.content(ELSEWHERE, id), 404);
    problem(city.content(Tester.with("COUNTY_OFFICER@X2"), id), 404);
    problem(
        given().header("Authorization", ELSEWHERE).get("/api/cards/" + CARD + "/evidence"), 404);
    String text = city.text(SECRETARY, "2026-11-02", "没有文件").path("id");
    problem(city.content(SECRETARY, text), 404);
    problem(city.content(SECRETARY, "x"), 404);
  }

  @Test
  void database_letsNobodyRewriteIt() {
    city.text(SECRETARY, "2026-11-02", "已整改").then().statusCode(201);
    assertThat(
            city.value(
                """
                SELECT string_agg(DISTINCT privilege_type, ',' ORDER BY privilege_type)
                FROM information_schema.table_privileges
                WHERE table_name = 'evidence' AND grantee = 'liangpai_app'
                """))
        .isEqualTo("INSERT,SELECT");
  }

  @Test
  void page_showsItAndTakesIt() {
    long line = city.line(CARD);
    page(SECRETARY)
        .then()
        .body(
            containsString("从不要求拍照"),
            containsString("<option value=\"2026-10\">"),
            containsString("每个不超过20MB"));
    page(OFFICER).then().body(not(containsString("添加佐证")));

    form()
        .header("Authorization", SECRETARY)
        .formParam("line", line)
        .formParam("happenedOn", "2026-11-02")
        .formParam("note", "说".repeat(2_000))
        .post("/cards/" + CARD + "/evidence/text")
        .then()
        .statusCode(303)
        .header("Location", containsString("/cards/" + CARD));
    form()
        .header("Authorization", SECRETARY)
        .formParam("line", line)
        .formParam("month", "2026-10")
        .post("/cards/" + CARD + "/evidence/record")
        .then()
        .statusCode(303);
    upload()
        .header("Authorization", SECRETARY)
        .redirects()
        .follow(false)
        .multiPart("line", String.valueOf(line))
        .multiPart("happenedOn", "2026-11-02")
        .multiPart("file", "note.pdf", SampleFiles.pdf())
        .post("/cards/" + CARD + "/evidence/file")
        .then()
        .statusCode(303);
    page(OFFICER)
        .then()
        .body(
            containsString("佐证（3 件）"),
            containsString(">note.pdf</a>"),
            containsString("href=\"/branches/B1/records/2026-10\""),
            not(containsString("撤回这件佐证")));

    String id = city.value("SELECT id FROM evidence WHERE kind = 'FILE'");
    form()
        .header("Authorization", SECRETARY)
        .formParam("reason", "传错了文件")
        .post("/cards/" + CARD + "/evidence/" + id + "/withdrawal")
        .then()
        .statusCode(303);
    page(OFFICER).then().body(containsString("撤回：传错了文件"));
  }

  @Test
  void page_saysWhatIsMissing() {
    upload()
        .header("Authorization", SECRETARY)
        .multiPart("line", String.valueOf(city.line(CARD)))
        .multiPart("happenedOn", "2026-11-02")
        .multiPart("file", "", new byte[0])
        .post("/cards/" + CARD + "/evidence/file")
        .then()
        .statusCode(400)
        .body(containsString("文件"));
  }

  private static Response page(String who) {
    Response page = given().accept("text/html").header("Authorization", who).get("/cards/" + CARD);
    page.then().statusCode(200);
    return page;
  }
}

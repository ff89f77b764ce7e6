package org.liangpai.crosscheck;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.evidence.SampleFiles;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;
import org.liangpai.testsupport.TwoCounties;

/** W1 and W2 of X1, and W3 of X2, each verified one finding on 2026-11-09. */
@QuarkusTest
class CrossCheckTest {

  private static final String COUNTY = "COUNTY_OFFICER@X1";
  private static final String CHECKED = "COMMITTEE_OFFICER@W1";
  private static final String CHECKING = "COMMITTEE_OFFICER@W2";
  private static final String PERIOD =
      "{\"unit\":\"%s\",\"fromOn\":\"2026-11-01\",\"toOn\":\"2026-11-09\",\"seed\":\"%s\"}";

  @Inject TwoCounties counties;
  @Inject OwnerTransactions owner;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
    time.set(LocalDate.of(2026, 11, 10));
  }

  @Test
  void draws_onceForAPeriodThatIsOver() {
    time.set(LocalDate.of(2026, 11, 9));
    problem(draw(COUNTY, "X1", "seed"), 409).body("type", equalTo("urn:problem:period-not-over"));
    time.set(LocalDate.of(2026, 11, 10));

    int id = drawn();
    draw(COUNTY, "X1", "seed").then().body("id", equalTo(id)).body("drawn", equalTo(2));
    problem(draw(COUNTY, "X1", "better"), 409).body("type", equalTo("urn:problem:period-drawn"));
    problem(
            post(
                COUNTY,
                "/api/cross-checks",
                PERIOD.formatted("X1", "seed").replace("2026-11-01", "2026-11-02")),
            409)
        .body("type", equalTo("urn:problem:period-drawn"));
    problem(draw(COUNTY, "X2", "seed"), 404);
    problem(draw("CITY_OFFICER@C1", "X2", "seed"), 409)
        .body("type", equalTo("urn:problem:nobody-else"));
    assertThat(addressees()).containsExactly("OFFICE W1", "OFFICE W2");
  }

  @Test
  void checker_seesTheFrozenCopyAndNothingOfTheBranch() {
    int id = drawn();

    as(CHECKING)
        .get("/api/cross-checks/" + id + "/samples")
        .then()
        .statusCode(200)
        .body("items.find { it.mine }.content.branchCode", equalTo("B1"))
        .body("items.find { it.mine }.content.decision", equalTo("CONFIRMED"))
        .body("items.find { !it.mine }.content.branchCode", equalTo("B2"));
    problem(as(CHECKING).get("/api/cards/W1-2026-0001"), 404);
    problem(as("COMMITTEE_OFFICER@W3").get("/api/cross-checks/" + id), 404);
    problem(as("COMMITTEE_OFFICER@W3").get("/api/cross-checks/" + id + "/samples"), 404);
  }

  @Test
  void answer_isGivenOnceByTheUnitThatChecks() {
    int id = drawn();
    String path = "/api/cross-checks/%d/samples/%d/answer".formatted(id, sample(id, "W1"));

    problem(post(CHECKED, path, "{\"answer\":\"AGREES\"}"), 409)
        .body("type", equalTo("urn:problem:not-yours-to-check"));
    problem(post(COUNTY, path, "{\"answer\":\"AGREES\"}"), 409);
    problem(post("COMMITTEE_OFFICER@W3", path, "{\"answer\":\"AGREES\"}"), 404);
    problem(post(CHECKING, path, "{\"answer\":\"DIFFERS\"}"), 400);
    String differs = "{\"answer\":\"DIFFERS\",\"text\":\"会议记录是后补的\"}";
    post(CHECKING, path, differs).then().statusCode(200).body("answer", equalTo("DIFFERS"));
    post(CHECKING, path, differs).then().statusCode(200);
    problem(post(CHECKING, path, "{\"answer\":\"AGREES\"}"), 409)
        .body("type", equalTo("urn:problem:already-checked"));

    as(COUNTY)
        .get("/api/cross-checks/" + id + "/rates")
        .then()
        .body("unitCode", contains("W1", "W2"))
        .body("drawn", contains(1, 1))
        .body("answered", contains(1, 0))
        .body("differing", contains(1, 0));
    as(CHECKED).get("/api/cross-checks/" + id + "/rates").then().body("unitCode", contains("W1"));
  }

  @Test
  void whoeverVerified_doesNotCheckTheSame() {
    int id = drawn();
    owner.call(
        connection ->
            NamedStatement.of("UPDATE cross_check_sample SET decided_by = :by")
                .with("by", CHECKING)
                .execute(connection));

    problem(
            post(
                CHECKING,
                "/api/cross-checks/%d/samples/%d/answer".formatted(id, sample(id, "W1")),
                "{\"answer\":\"AGREES\"}"),
            409)
        .body("type", equalTo("urn:problem:decided-by-you"));
  }

  @Test
  void draw_comesOutTheSameAgain_unlessSomebodyTouchedIt() {
    int id = drawn();
    for (String who : List.of(COUNTY, CHECKED, CHECKING)) {
      as(who)
          .get("/api/cross-checks/" + id + "/verification")
          .then()
          .statusCode(200)
          .body("same", equalTo(true));
    }

    owner.call(
        connection ->
            NamedStatement.of("UPDATE cross_check_key SET stratum = 'W2 VERIFIED'")
                .execute(connection));
    as(COUNTY)
        .get("/api/cross-checks/" + id + "/verification")
        .then()
        .body("same", equalTo(false))
        .body("samePopulation", equalTo(false))
        .body("sameKeys", equalTo(false));
  }

  @Test
  void clearedItem_isDrawnWithWhatWasDoneAboutIt() {
    cleared();

    int id = draw(COUNTY, "X1", "seed").then().body("drawn", equalTo(3)).extract().path("id");

    as(CHECKING)
        .get("/api/cross-checks/" + id + "/samples")
        .then()
        .body("items.find { it.content.kind == 'CLEARED' }.content.measures", equalTo("找到失联党员（书记）"))
        .body(
            "items.find { it.content.kind == 'CLEARED' }.content.report",
            equalTo("已联系上（2026-11-08）"));
    problem(
            post(
                CHECKING,
                "/api/cross-checks/%d/samples/%d/answer".formatted(id, clearedSample()),
                "{\"answer\":\"AGREES\"}"),
            409)
        .body("type", equalTo("urn:problem:decided-by-you"));
  }

  @Test
  void clearedItem_isDrawnWithItsEvidence() {
    String png = evidence("photo.png", SampleFiles.image("png"));
    String withdrawn = evidence("wrong.pdf", SampleFiles.pdf());
    post(
            "BRANCH_SECRETARY@B1",
            "/api/evidence/" + withdrawn + "/withdrawal",
            "{\"reason\":\"传错了\"}")
        .then()
        .statusCode(200);
    cleared();
    int id = draw(COUNTY, "X1", "seed").then().statusCode(200).extract().path("id");
    String samples = "/api/cross-checks/" + id + "/samples";

    as(CHECKING)
        .get(samples)
        .then()
        .body(
            "items.find { it.content.kind == 'CLEARED' }.content.evidence.file",
            contains("photo.png"));
    String files = samples + "/" + clearedSample() + "/files/";
    byte[] read = as(CHECKING).get(files + png).then().statusCode(200).extract().asByteArray();
    assertThat(read).isEqualTo(SampleFiles.image("png"));
    problem(as(CHECKING).get(files + withdrawn), 404);
    problem(as(CHECKING).get(samples + "/" + sample(id, "W2") + "/files/" + png), 404);
    problem(as(CHECKING).get("/api/evidence/" + png + "/content"), 404);
    problem(as("COMMITTEE_OFFICER@W3").get(files + png), 404);
    as(CHECKING)
        .accept("text/html")
        .get("/cross-checks/" + id)
        .then()
        .body(containsString(files + png));
  }

  @Test
  void cardOfAUnit_isChargedToWhoClearedIt() {
    cleared();
    owner.call(
        connection ->
            NamedStatement.of(
                    """
                    UPDATE card SET holder_kind = 'UNIT', unit_code = 'W1', branch_code = NULL, issuer_code = 'X1'
                    WHERE number = 'W1-2026-0001'
                    """)
                .execute(connection));

    draw(COUNTY, "X1", "seed").then().statusCode(200).body("drawn", equalTo(2));
    int city = draw("CITY_OFFICER@C1", "C1", "seed").then().statusCode(200).extract().path("id");
    as("CITY_OFFICER@C1")
        .get("/api/cross-checks/" + city + "/samples")
        .then()
        .body("items.find { it.content.kind == 'CLEARED' }.verifier", equalTo("X1"))
        .body("items.find { it.content.kind == 'CLEARED' }.checker", equalTo("X2"));
  }

  @Test
  void drawStaysTheSame_whenACommitteeMoves() {
    int id = draw("CITY_OFFICER@C1", "C1", "seed").then().statusCode(200).extract().path("id");
    owner.call(
        connection ->
            NamedStatement.of(
                    "UPDATE unit SET parent_code = 'X2', path = ARRAY['C1', 'X2', 'W2'] WHERE unit_code = 'W2'")
                .execute(connection));

    as("CITY_OFFICER@C1")
        .get("/api/cross-checks/" + id + "/verification")
        .then()
        .body("same", equalTo(true));
  }

  @Test
  void whatWaitsForOnesUnit_isShownAlone() {
    int id = drawn();
    String samples = "/api/cross-checks/" + id + "/samples?mine=true";
    as(CHECKING).get(samples).then().body("items.verifier", contains("W1"));
    as(COUNTY).get(samples).then().body("items", hasSize(0));
    as(CHECKING)
        .accept("text/html")
        .get("/cross-checks/" + id)
        .then()
        .body(containsString("等本单位核查的事项"))
        .body(not(containsString("等示例第一镇党委核查")));
    as(CHECKING)
        .accept("text/html")
        .get("/cross-checks/" + id + "?all=true")
        .then()
        .body(containsString("等示例第一镇党委核查"));
  }

  @ParameterizedTest
  @CsvSource({"2025-11-10, 200", "2025-11-09, 400"})
  void period_isAYearAtMost(String from, int status) {
    String body = PERIOD.formatted("X1", "seed").replace("2026-11-01", from);
    post(COUNTY, "/api/cross-checks", body).then().statusCode(status);
  }

  @Test
  void city_letsTheCountiesCheckOneAnother() {
    int id = draw("CITY_OFFICER@C1", "C1", "seed").then().statusCode(200).extract().path("id");

    as("CITY_OFFICER@C1")
        .get("/api/cross-checks/" + id + "/samples")
        .then()
        .body(
            "items.collect { it.verifier + ' ' + it.checker }.sort()",
            contains("W1 X2", "W2 X2", "W3 X1"));
    post(
            COUNTY,
            "/api/cross-checks/%d/samples/%d/answer".formatted(id, sample(id, "W3")),
            "{\"answer\":\"AGREES\"}")
        .then()
        .statusCode(200);
  }

  @Test
  void pages_leadFromTheDrawToAnAnswer() {
    String page =
        PageForms.form()
            .header("Authorization", Tester.with(COUNTY))
            .formParam("unit", "X1")
            .formParam("fromOn", "2026-11-01")
            .formParam("toOn", "2026-11-09")
            .post("/cross-checks")
            .then()
            .statusCode(303)
            .extract()
            .header("Location")
            .replaceAll("^.*(/cross-checks/\\d+)$", "$1");

    as(COUNTY).accept("text/html").get("/cross-checks").then().body(containsString(page));
    as(CHECKING)
        .accept("text/html")
        .get(page)
        .then()
        .statusCode(200)
        .body(containsString("刚刚重抽了一次，结果相同"))
        .body(containsString("核实为属实"))
        .body(containsString("name=\"answer\""));
  }

  /** The item of B1 is cleared on 2026-11-09, after a report that somebody of W2 accepted. */
  private void cleared() {
    owner.call(
        connection ->
            NamedStatement.of(
                    """
                    WITH line AS (
                      UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = '2026-11-09'
                      WHERE branch_code = 'B1' RETURNING id, branch_code, due_on),
                    plan AS (
                      INSERT INTO measure_plan (card_line_id, line_branch, line_due_on, status, proposed_at, proposed_by,
                        decided_at, decided_by)
                      SELECT id, branch_code, due_on, 'ACCEPTED', now(), '甲', now(), '乙' FROM line
                      RETURNING id, card_line_id),
                    step AS (
                      INSERT INTO measure (plan_id, position, what, responsible, due_on)
                      SELECT id, 1, '找到失联党员', '书记', '2026-11-20' FROM plan),
                    report AS (
                      INSERT INTO line_report (card_line_id, ordinal, plan_id, done_on, what, reported_at, reported_by)
                      SELECT card_line_id, 1, id, '2026-11-08', '已联系上', now(), '甲' FROM plan
                      RETURNING id)
                    INSERT INTO line_check (report_id, kind, passed, checked_at, checked_by)
                    SELECT id, 'FIRST', true, now(), :checker FROM report
                    """)
                .with("checker", CHECKING)
                .execute(connection));
  }

  private long clearedSample() {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT id FROM cross_check_sample WHERE key LIKE 'L%'")
                .list(connection, row -> row.getLong(1))
                .get(0));
  }

  private String evidence(String name, byte[] content) {
    long line =
        owner.call(
            connection ->
                NamedStatement.of("SELECT id FROM card_line WHERE branch_code = 'B1'")
                    .list(connection, row -> row.getLong(1))
                    .get(0));
    return as("BRANCH_SECRETARY@B1")
        .multiPart("file", name, content)
        .multiPart("lineId", String.valueOf(line))
        .multiPart("happenedOn", "2026-11-02")
        .post("/api/cards/W1-2026-0001/evidence")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private int drawn() {
    return draw(COUNTY, "X1", "seed").then().statusCode(200).extract().path("id");
  }

  private static Response draw(String who, String unit, String seed) {
    return post(who, "/api/cross-checks", PERIOD.formatted(unit, seed));
  }

  private static RequestSpecification as(String posts) {
    return given().header("Authorization", Tester.with(posts));
  }

  private static Response post(String who, String path, String body) {
    return as(who).contentType(ContentType.JSON).body(body).post(path);
  }

  private long sample(int draw, String verifier) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    "SELECT id FROM cross_check_sample WHERE cross_check_id = :id AND verifier = :unit")
                .with("id", draw)
                .with("unit", verifier)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }

  private List<String> addressees() {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT a.desk || ' ' || a.code FROM notice n JOIN notice_addressee a ON a.notice_id = n.id
                    WHERE n.kind = 'SUPERVISION' AND n.link LIKE '/cross-checks/%' ORDER BY a.code
                    """)
                .list(connection, row -> row.getString(1)));
  }
}

package org.liangpai.pairing;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
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
import java.time.YearMonth;
import java.util.List;
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

/** B1 of W1 has an orange card; B2 of W2 and B9 of W3, in another county, are strong. */
@QuarkusTest
class PairingTest {

  private static final YearMonth FIRST = YearMonth.of(2026, 5);
  private static final YearMonth LAST = YearMonth.of(2026, 10);
  private static final YearMonth SEPTEMBER = YearMonth.of(2026, 9);

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;
  @Inject OwnerTransactions owner;

  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    roster.addUnit("X2", "COUNTY", "C1");
    roster.addUnit("W3", "COMMITTEE", "X2");
    branch("B1", "W1");
    branch("B2", "W2");
    branch("B9", "W3");
    roster.record("B1", SEPTEMBER, row -> row.with("membersLost", 1));
    time.set(LocalDate.of(2026, 10, 9));
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-25");
    time.reset();
    city.execute("UPDATE sweep SET month = '2026-10-01'");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void suggestion_explainsItself_andStoresNothing() {
    suggest("COUNTY_OFFICER@X1")
        .then()
        .statusCode(200)
        .body("pairs.weak.code", contains("B1"))
        .body("pairs.strong.code", contains("B2"))
        .body("pairs[0].steps", equalTo(2))
        .body("pairs[0].sameDomain", equalTo(true))
        .body("pairs[0].strengths", contains("运行机制"))
        .body("pairs[0].explanation", equalTo("同属农村领域；党组织相近，相隔2步；帮扶方在运行机制方面近6个月没有属实的问题。"))
        .body("unpaired", empty());
    as("COUNTY_OFFICER@X1").get("/api/pairings").then().body("items", empty());

    as("CITY_OFFICER@C1")
        .body("{\"fixed\":[{\"weak\":\"B7\",\"strong\":\"B2\"}]}")
        .post("/api/pairings/suggestions")
        .then()
        .body("pairs.strong.code", contains("B9"));
    suggest("COUNTY_OFFICER@X2").then().body("pairs", empty());
  }

  @Test
  void branchWithoutARecord_isNotStrong() {
    city.execute("DELETE FROM monthly_record WHERE branch_code = 'B2' AND month = '2026-05-01'");

    suggest("COUNTY_OFFICER@X1")
        .then()
        .body("pairs", empty())
        .body("unpaired.weak.code", contains("B1"));
  }

  @Test
  void accepted_isSeenByBothSides_andNothingMoreOfTheOther() {
    long id = accept("CITY_OFFICER@C1", "B1", "B9");
    assertThat(accept("CITY_OFFICER@C1", "B1", "B9")).isEqualTo(id);

    as("BRANCH_SECRETARY@B1")
        .get("/api/pairings/" + id)
        .then()
        .statusCode(200)
        .body("weak.code", equalTo("B1"))
        .body("strong.code", equalTo(null))
        .body("strong.name", equalTo("示例支部B9"))
        .body("strong.unitName", equalTo("示例党组织W3"))
        .body("strong.secretary", equalTo("示例支部B9书记"));
    as("BRANCH_SECRETARY@B9")
        .get("/api/pairings")
        .then()
        .body("items.id", contains((int) id))
        .body("items[0].weak.code", equalTo(null))
        .body("items[0].card", equalTo(null));
    problem(as("BRANCH_SECRETARY@B2").get("/api/pairings/" + id), 404);
    assertThat(count("SELECT count(*) FROM notice WHERE key LIKE 'pairing " + id + " accepted%'"))
        .isEqualTo(2);
    suggest("CITY_OFFICER@C1").then().body("pairs", empty()).body("kept", equalTo(1));
  }

  @Test
  void accepting_isRefused() {
    problem(acceptance("COUNTY_OFFICER@X1", "B1", "B9"), 404);
    problem(acceptance("COUNTY_OFFICER@X1", "B2", "B1"), 409)
        .body("detail", containsString("不需要结对"));
    problem(acceptance("COUNTY_OFFICER@X1", "B1", "B1"), 400);
    accept("CITY_OFFICER@C1", "B1", "B2");
    problem(acceptance("CITY_OFFICER@C1", "B1", "B9"), 409);
    as("CITY_OFFICER@C1").get("/api/pairings").then().body("items", hasSize(1));
    assertThat(acceptance("COMMITTEE_OFFICER@W1", "B1", "B2").statusCode()).isEqualTo(403);
  }

  @Test
  void several_areAcceptedTogetherOrNotAtAll() {
    problem(
        as("CITY_OFFICER@C1")
            .body(
                """
                {"pairs":[{"weak":"B1","strong":"B2"},{"weak":"B9","strong":"B2"}]}
                """)
            .post("/api/pairings"),
        409);
    as("CITY_OFFICER@C1").get("/api/pairings").then().body("items", empty());
  }

  @Test
  void branch_isInOnePairing_onWhicheverSide() {
    accept("CITY_OFFICER@C1", "B1", "B2");
    weakToo("B2");
    branch("B7", "W3");

    problem(acceptance("CITY_OFFICER@C1", "B2", "B9"), 409)
        .body("detail", containsString("支部 B2 已有另一个结对"));
    suggest("CITY_OFFICER@C1")
        .then()
        .body("pairs", empty())
        .body("unpaired.weak.code", contains("B2"))
        .body("unpaired[0].why", containsString("正在帮扶另一个支部"));
    weakToo("B9");
    problem(acceptance("CITY_OFFICER@C1", "B9", "B1"), 409);
    accept("CITY_OFFICER@C1", "B9", "B7");
    assertThat(count("SELECT count(*) FROM paired_branch")).isEqualTo(4);
  }

  @Test
  void helper_isNotTakenByTwo_evenPastTheService() {
    accept("CITY_OFFICER@C1", "B1", "B2");

    assertThatThrownBy(
            () ->
                city.execute(
                    """
                    INSERT INTO pairing (weak_code, weak_name, weak_unit, strong_code, strong_name, strong_unit,
                        explanation, from_on, accepted_at, accepted_by)
                    VALUES ('B2', '', '', 'B9', '', '', '', '2026-11-09', now(), '示例')
                    """))
        .hasMessageContaining("pk_paired_branch");
  }

  @Test
  void branch_isFree_onceItsPairingHasEnded() {
    long id = accept("CITY_OFFICER@C1", "B1", "B2");
    end(id);

    assertThat(accept("CITY_OFFICER@C1", "B1", "B2")).isNotEqualTo(id);
  }

  @Test
  void pairByHand_needsAReason_suggestedOnesExplainThemselves() {
    problem(acceptanceWithoutReason("B1", "B9"), 400)
        .body("detail", containsString("支部 B1 和 B9 不在现在的结对建议中"));
    assertThat(acceptanceWithoutReason("B1", "B2").statusCode()).isEqualTo(200);
    assertThat(acceptanceWithoutReason("B1", "B2").statusCode()).isEqualTo(200);
  }

  /** The roster of the helped names its helper, or the other way round. */
  @ParameterizedTest
  @CsvSource({"B1, B9", "B9, B1"})
  void pairOnTheRoster_isKept(String naming, String named) {
    roster.branch(
        naming,
        row ->
            row.with("unitCode", naming.equals("B1") ? "W1" : "W3")
                .with("pairedBranchCode", named));

    suggest("COUNTY_OFFICER@X1").then().body("pairs", empty()).body("unpaired", empty());
    problem(acceptance("CITY_OFFICER@C1", "B1", "B2"), 409)
        .body("detail", containsString("支部 B1 在名册中"));
    accept("CITY_OFFICER@C1", "B1", "B9");
  }

  @Test
  void helperOnTheRoster_isNotGivenAway() {
    branch("B7", "W3");
    roster.branch("B7", row -> row.with("unitCode", "W3").with("pairedBranchCode", "B2"));

    suggest("COUNTY_OFFICER@X1")
        .then()
        .body("pairs", empty())
        .body("unpaired.weak.code", contains("B1"));
    problem(acceptance("COUNTY_OFFICER@X1", "B1", "B2"), 409)
        .body("detail", containsString("支部 B2 在名册中"));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-09, true", "2026-11-10, false"})
  void roster_thatNamesNobodyWhoStands_pairsNobody(LocalDate dissolvedOn, boolean suggested) {
    roster.branch("B9", row -> row.with("unitCode", "W3").with("dissolvedOn", dissolvedOn));
    roster.branch("B1", row -> row.with("pairedBranchCode", "B9"));

    suggest("COUNTY_OFFICER@X1")
        .then()
        .body("pairs.weak.code", suggested ? contains("B1") : empty());
    for (String table : List.of("branch", "branch_version")) {
      owner.call(
          connection ->
              NamedStatement.of(
                      "UPDATE " + table + " SET paired_branch_code = 'B0' WHERE branch_code = 'B1'")
                  .execute(connection));
    }
    suggest("COUNTY_OFFICER@X1").then().body("pairs.weak.code", contains("B1"));
  }

  @Test
  void several_areAnsweredInTheirOrder() {
    weakToo("B9");
    branch("B7", "W3");

    as("CITY_OFFICER@C1")
        .body(
            """
            {"reason":"示例","pairs":[{"weak":"B9","strong":"B7"},{"weak":"B1","strong":"B2"}]}
            """)
        .post("/api/pairings")
        .then()
        .statusCode(200)
        .body("weak.code", contains("B9", "B1"))
        .body("strong.code", contains("B7", "B2"));
    assertThat(count("SELECT count(*) FROM notice WHERE key LIKE 'pairing % accepted%'"))
        .isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({"2026-10-31, CLEAR", "2026-11-01, HIT"})
  void pairing_isReadByTheSweep_asIfTheRosterNamedIt(LocalDate accepted, String verdict) {
    city.execute("UPDATE card SET level = 'RED', issued_on = '2026-09-10'");
    city.execute("UPDATE card_event SET level = 'RED', acted_on = '2026-09-10'");
    time.set(accepted);
    accept("CITY_OFFICER@C1", "B1", "B2");
    time.reset();

    assertThat(verdict()).isEqualTo(verdict);
  }

  @Test
  void endedPairing_isReadUntilItsEnd() {
    city.execute("UPDATE card SET level = 'RED', issued_on = '2026-09-10'");
    city.execute("UPDATE card_event SET level = 'RED', acted_on = '2026-09-10'");
    time.set(LocalDate.of(2026, 10, 20));
    long id = accept("CITY_OFFICER@C1", "B1", "B2");
    time.set(LocalDate.of(2026, 10, 31));
    assertThat(end(id).statusCode()).isEqualTo(200);
    time.reset();

    assertThat(verdict()).isEqualTo("HIT");
  }

  @Test
  void plan_isWrittenByTheBranches_untilTheEnd() {
    long id = accept("CITY_OFFICER@C1", "B1", "B9");
    String address = "/api/pairings/" + id;
    int step =
        as("BRANCH_SECRETARY@B9")
            .body("{\"what\":\"一起开一次支委会\",\"dueOn\":\"2026-11-30\"}")
            .post(address + "/plan")
            .then()
            .statusCode(201)
            .body("steps.what", contains("一起开一次支委会"))
            .extract()
            .path("steps[0].id");
    problem(
        as("BRANCH_SECRETARY@B1")
            .body("{\"what\":\"x\",\"dueOn\":\"2026-11-08\"}")
            .post(address + "/plan"),
        400);
    as("BRANCH_SECRETARY@B1")
        .post(address + "/plan/" + step + "/completion")
        .then()
        .statusCode(200)
        .body("stepsDone", equalTo(1));
    as("COMMITTEE_OFFICER@W1")
        .body("{\"kind\":\"VISIT\",\"heldOn\":\"2026-11-09\",\"what\":\"到村里看了会议记录\"}")
        .post(address + "/exchanges")
        .then()
        .statusCode(201)
        .body("exchanges.kind", contains("VISIT"));

    problem(as("CITY_OFFICER@C1").body("{}").post(address + "/end"), 400);
    assertThat(end(id).statusCode()).isEqualTo(200);
    assertThat(end(id).statusCode()).isEqualTo(200);
    problem(
        as("BRANCH_SECRETARY@B1")
            .body("{\"what\":\"x\",\"dueOn\":\"2026-11-30\"}")
            .post(address + "/plan"),
        409);
    as("CITY_OFFICER@C1").get("/api/pairings").then().body("items", empty());
    as("CITY_OFFICER@C1").get("/api/pairings?ended=true").then().body("items", hasSize(1));
  }

  @Test
  void whatIsWrittenTwice_isThereOnce() {
    String address = "/api/pairings/" + accept("CITY_OFFICER@C1", "B1", "B9");
    for (int i = 0; i < 2; i++) {
      plan("BRANCH_SECRETARY@B9", address, "一起开一次支委会", "2026-11-30").then().statusCode(201);
      exchange("BRANCH_SECRETARY@B9", address, "VISIT").then().statusCode(201);
    }
    plan("BRANCH_SECRETARY@B9", address, "一起开一次支委会", "2026-12-31");
    exchange("BRANCH_SECRETARY@B9", address, "EXCHANGE");

    as("BRANCH_SECRETARY@B1")
        .get(address)
        .then()
        .body("steps.dueOn", contains("2026-11-30", "2026-12-31"))
        .body("exchanges.kind", contains("EXCHANGE", "VISIT"));
    assertThat(changes(address)).isEqualTo(4);
  }

  @Test
  void step_isWithdrawnByItsWriter_andStays() {
    String address = "/api/pairings/" + accept("CITY_OFFICER@C1", "B1", "B9");
    int step = plan("BRANCH_SECRETARY@B9", address, "一起开一次支委会", "2026-11-30").path("steps[0].id");
    as("BRANCH_SECRETARY@B1")
        .post(address + "/plan/" + step + "/completion")
        .then()
        .body("steps[0].doneBy", equalTo("BRANCH_SECRETARY@B1"));
    String withdrawal = address + "/plan/" + step + "/withdrawal";

    problem(withdraw("BRANCH_SECRETARY@B1", withdrawal), 409)
        .body("detail", containsString("由写的人撤回"));
    problem(as("BRANCH_SECRETARY@B9").body("{}").post(withdrawal), 400);
    problem(withdraw("BRANCH_SECRETARY@B9", address + "/plan/0/withdrawal"), 404);
    for (int i = 0; i < 2; i++) {
      withdraw("BRANCH_SECRETARY@B9", withdrawal)
          .then()
          .statusCode(200)
          .body("steps[0].withdrawn.by", equalTo("BRANCH_SECRETARY@B9"))
          .body("steps[0].withdrawn.reason", equalTo("写错了"))
          .body("stepsPlanned", equalTo(0))
          .body("stepsDone", equalTo(0));
    }
    problem(as("BRANCH_SECRETARY@B1").post(address + "/plan/" + step + "/completion"), 404);
    assertThat(changes(address)).isEqualTo(3);
    plan("BRANCH_SECRETARY@B9", address, "一起开一次支委会", "2026-11-30")
        .then()
        .body("stepsPlanned", equalTo(1));
  }

  @Test
  void exchange_isWithdrawnByItsWriter_untilTheEnd() {
    long id = accept("CITY_OFFICER@C1", "B1", "B9");
    String address = "/api/pairings/" + id;
    int exchange = exchange("BRANCH_SECRETARY@B9", address, "VISIT").path("exchanges[0].id");
    String withdrawal = address + "/exchanges/" + exchange + "/withdrawal";

    problem(withdraw("COMMITTEE_OFFICER@W1", withdrawal), 409);
    withdraw("BRANCH_SECRETARY@B9", withdrawal)
        .then()
        .statusCode(200)
        .body("exchanges[0].withdrawn.reason", equalTo("写错了"));
    end(id);
    problem(withdraw("BRANCH_SECRETARY@B9", withdrawal), 409)
        .body("detail", containsString("已经结束"));
  }

  @Test
  void outcome_saysHowFewThereAre() {
    accept("CITY_OFFICER@C1", "B1", "B2");
    as("CITY_OFFICER@C1")
        .get("/api/pairings/outcome")
        .then()
        .body("paired.branches", equalTo(0))
        .body("note", containsString("暂时不能比较"));

    for (int month = 3; month <= 9; month++) {
      noteSwept(YearMonth.of(2026, month));
    }
    city.execute("UPDATE pairing SET from_on = '2026-07-15'");
    city.execute("UPDATE finding SET month = '2026-08-01'");
    as("CITY_OFFICER@C1")
        .get("/api/pairings/outcome")
        .then()
        .body("paired.branches", equalTo(1))
        .body("paired.before", equalTo(0.0f))
        .body("paired.after", equalTo(1.0f))
        .body("unpaired.branches", equalTo(0))
        .body("note", containsString("不足10个"));
  }

  @Test
  void pages_leadFromTheSuggestionToThePlan() {
    given()
        .get("/pairings/suggestions")
        .then()
        .statusCode(200)
        .body(containsString("value=\"B1 B2\""))
        .body(containsString("同属农村领域"));
    given().get("/cards/W1-2026-0001").then().statusCode(200).body(containsString("还没有结对"));
    Response accepted = PageForms.form().formParam("pair", "B1 B2").post("/pairings");
    assertThat(accepted.statusCode()).isEqualTo(303);
    given()
        .get("/pairings")
        .then()
        .statusCode(200)
        .body(containsString("双方支部写帮扶计划"))
        .body(containsString("暂时不能比较"));
    int id = as("CITY_OFFICER@C1").get("/api/pairings").then().extract().path("items[0].id");
    PageForms.form()
        .formParam("what", "一起开一次支委会")
        .formParam("dueOn", "2026-11-30")
        .post("/pairings/" + id + "/plan")
        .then()
        .statusCode(303);
    given()
        .get("/pairings/" + id)
        .then()
        .statusCode(200)
        .body(containsString("一起开一次支委会"))
        .body(containsString("撤回这一项"))
        .body(containsString("不晚于 2026年11月30日 完成下一项"));
    given()
        .get("/cards/W1-2026-0001")
        .then()
        .body(containsString("计划 1 项，已完成 0 项"))
        .body(not(containsString("还没有结对")));
    int step =
        as("CITY_OFFICER@C1").get("/api/pairings/" + id).then().extract().path("steps[0].id");
    PageForms.form()
        .formParam("reason", "重新商量")
        .post("/pairings/" + id + "/plan/" + step + "/withdrawal")
        .then()
        .statusCode(303);
    given()
        .get("/pairings/" + id)
        .then()
        .body(containsString("撤回：重新商量"))
        .body(not(containsString("撤回这一项")));
  }

  private void branch(String code, String unit) {
    roster.branch(code, row -> row.with("unitCode", unit));
    roster.records(code, FIRST, LAST);
  }

  /** Gives a branch an orange card, too. */
  private void weakToo(String branch) {
    city.execute(
        """
        INSERT INTO card SELECT (jsonb_populate_record(c, jsonb_build_object(
            'number', 'W9-2026-000' || '%1$s', 'branch_code', '%1$s'))).* FROM card c WHERE c.branch_code = 'B1'
        """
            .formatted(branch));
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

  private String verdict() {
    return as("CITY_OFFICER@C1")
        .get("/api/branches/B1/verdicts?month=2026-10")
        .then()
        .statusCode(200)
        .extract()
        .path("find { it.item == 'BZ-12' }.verdict");
  }

  private int count(String sql) {
    return owner.call(
        connection -> NamedStatement.of(sql).list(connection, row -> row.getInt(1)).get(0));
  }

  private static Response suggest(String posts) {
    return as(posts).body("{}").post("/api/pairings/suggestions");
  }

  private static long accept(String posts, String weak, String strong) {
    Response accepted = acceptance(posts, weak, strong);
    assertThat(accepted.statusCode()).as(accepted.asString()).isEqualTo(200);
    return accepted.<Integer>path("[0].id");
  }

  private static Response acceptance(String posts, String weak, String strong) {
    return as(posts)
        .body(
            "{\"reason\":\"县里商定\",\"pairs\":[{\"weak\":\"%s\",\"strong\":\"%s\"}]}"
                .formatted(weak, strong))
        .post("/api/pairings");
  }

  private static Response acceptanceWithoutReason(String weak, String strong) {
    return as("CITY_OFFICER@C1")
        .body("{\"pairs\":[{\"weak\":\"%s\",\"strong\":\"%s\"}]}".formatted(weak, strong))
        .post("/api/pairings");
  }

  /** How often something was changed, as the audit trail tells. */
  private int changes(String address) {
    return count(
        """
        SELECT count(*) FROM audit_entry e WHERE act = 'PAIRING_CHANGED' AND object = '%s'
            AND id > (SELECT max(id) FROM audit_entry a WHERE a.act = 'PAIRED' AND a.object = e.object)
        """
            .formatted(address.substring(address.lastIndexOf('/') + 1)));
  }

  private static Response plan(String posts, String address, String what, String dueOn) {
    return as(posts)
        .body("{\"what\":\"%s\",\"dueOn\":\"%s\"}".formatted(what, dueOn))
        .post(address + "/plan");
  }

  private static Response exchange(String posts, String address, String kind) {
    return as(posts)
        .body("{\"kind\":\"%s\",\"heldOn\":\"2026-11-09\",\"what\":\"看了会议记录\"}".formatted(kind))
        .post(address + "/exchanges");
  }

  private static Response withdraw(String posts, String address) {
    return as(posts).body("{\"reason\":\"写错了\"}").post(address);
  }

  private static Response end(long id) {
    return as("CITY_OFFICER@C1").body("{\"reason\":\"已经转好\"}").post("/api/pairings/" + id + "/end");
  }

  private static RequestSpecification as(String posts) {
    return given().header("Authorization", Tester.with(posts)).contentType(ContentType.JSON);
  }
}

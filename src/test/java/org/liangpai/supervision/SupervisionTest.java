package org.liangpai.supervision;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.liangpai.testsupport.OfficeHolders.authorization;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OfficeHolders;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TwoCounties;

/** B1 of W1 and B2 of W2 are below X1, B9 of W3 below X2; each has a card. Today is 2026-11-09. */
@QuarkusTest
class SupervisionTest {

  private static final String TODAY = "2026-11-09";
  private static final String COUNTY = "county";
  private static final String SUPERVISOR = "supervisor";

  @Inject TwoCounties counties;
  @Inject OfficeHolders people;
  @Inject OwnerTransactions owner;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
    people.add(COUNTY, "COUNTY_OFFICER", "X1");
    people.add(SUPERVISOR, "SUPERVISOR", "X1");
    people.add("successor", "SUPERVISOR", "X1");
    people.add("leader", "LEADER", "W1");
    people.add("elsewhere", "SUPERVISOR", "X2");
  }

  @Test
  void assigns_whoeverHoldsThePost_onceAndTellsThem() {
    List<Integer> first = assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).path("assignments");
    List<Integer> again = assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).path("assignments");

    assertThat(first).hasSize(1);
    assertThat(again).isEmpty();
    assertThat(notices()).containsExactly("SUPERVISION ACCOUNT supervisor");
    as(SUPERVISOR)
        .get("/api/supervision/work-list")
        .then()
        .statusCode(200)
        .body("items.branchCode", contains("B1"))
        .body("items[0].supervisor.vacant", equalTo(false))
        .body("items[0].items", equalTo(1));
  }

  @Test
  void refuses_whoDoesNotHoldThePostOrDoesNotCoverTheBranch() {
    problem(assign("SUPERVISOR", "leader", "B1", TODAY, null), 409)
        .body("type", equalTo("urn:problem:post-not-held"));
    problem(assign("SUPERVISOR", "elsewhere", "B1", TODAY, null), 409)
        .body("type", equalTo("urn:problem:post-not-held"));
    problem(assign("CONTACT_LEADER", "leader", "B2", TODAY, null), 409)
        .body("type", equalTo("urn:problem:branch-not-covered"));
    problem(assign("SUPERVISOR", SUPERVISOR, "B9", TODAY, null), 404);
    problem(assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, "2026-11-08"), 400);
  }

  @Test
  void branch_hasOneSupervisorAtATime() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, "2026-11-30").then().statusCode(200);

    problem(assign("SUPERVISOR", "successor", "B1", "2026-11-30", null), 409)
        .body("type", equalTo("urn:problem:branch-taken"));
    assign("SUPERVISOR", "successor", "B1", "2026-12-01", null).then().statusCode(200);
  }

  @Test
  void leader_takesAWeakBranch() {
    assign("CONTACT_LEADER", "leader", "B1", TODAY, null).then().statusCode(200);
    change(
        """
        UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = '2026-08-08'
        WHERE branch_code = 'B1'
        """);
    people.add("another", "LEADER", "W1");
    int id = as(COUNTY).get("/api/supervision/assignments?branch=B1").path("items[0].id");
    post(COUNTY, "/api/supervision/assignments/" + id + "/end", "{\"reason\":\"轮换\"}")
        .then()
        .statusCode(200)
        .body("inForce", equalTo(false))
        .body("endReason", equalTo("轮换"));

    problem(assign("CONTACT_LEADER", "another", "B1", TODAY, null), 409)
        .body("type", equalTo("urn:problem:branch-not-weak"));
    time.set(LocalDate.of(2026, 11, 8));
    assign("CONTACT_LEADER", "another", "B1", "2026-11-08", null).then().statusCode(200);
  }

  @Test
  void branch_isNotWeak_byACardOfItsCommittee() {
    change(
        "UPDATE card SET holder_kind = 'UNIT', unit_code = 'W1', branch_code = NULL WHERE branch_code = 'B1'");

    problem(assign("CONTACT_LEADER", "leader", "B1", TODAY, null), 409)
        .body("type", equalTo("urn:problem:branch-not-weak"));
  }

  @Test
  void whoeverLeavesThePost_isShownAsVacant_andTakenOver() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);
    people.dismiss(SUPERVISOR);

    as(COUNTY)
        .get("/api/supervision/count")
        .then()
        .body("carded", equalTo(2))
        .body("withoutSupervisor", equalTo(2))
        .body("vacant", equalTo(1));
    as(COUNTY)
        .get("/api/supervision/branches?gap=VACANT")
        .then()
        .body("items.branchCode", contains("B1"));
    assign("SUPERVISOR", "successor", "B1", TODAY, null).then().statusCode(200);
    as(COUNTY).get("/api/supervision/branches?gap=VACANT").then().body("items", empty());
  }

  @Test
  void visit_isWrittenByWhoeverTakesTheBranch_once() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);
    long line = line("B1");
    String visit =
        """
        {"branch":"B1","visitedOn":"2026-11-09","met":["支部书记"],"seen":"会议记录补齐","agreed":"月底前开一次支委会",
         "nextOn":"2026-11-30","findings":[{"line":%d,"outcome":"IN_PART","text":"已有计划"}]}
        """
            .formatted(line);

    int id = post(SUPERVISOR, "/api/visits", visit).then().statusCode(200).extract().path("id");
    post(SUPERVISOR, "/api/visits", visit).then().statusCode(200).body("id", equalTo(id));
    problem(post(SUPERVISOR, "/api/visits", visit.replace("补齐", "仍缺")), 409)
        .body("type", equalTo("urn:problem:visit-written"));
    problem(post(SUPERVISOR, "/api/visits", visit.replace("IN_PART", "DONE")), 409)
        .body("type", equalTo("urn:problem:visit-written"));
    problem(post(SUPERVISOR, "/api/visits", visit.replaceFirst(",\\s*\"findings.*", "}")), 409)
        .body("type", equalTo("urn:problem:visit-written"));
    problem(post("successor", "/api/visits", visit), 409)
        .body("type", equalTo("urn:problem:not-assigned"));
    problem(post("elsewhere", "/api/visits", visit), 404);

    assertThat(notices())
        .containsExactly("SUPERVISION ACCOUNT supervisor", "SUPERVISION SECRETARY B1");
    as(SUPERVISOR)
        .get("/api/supervision/work-list")
        .then()
        .body("items[0].supervisor.visitedOn", equalTo(TODAY))
        .body("items[0].supervisor.nextOn", equalTo("2026-11-30"));
  }

  @Test
  void visitOfADayBeforeTheEnd_isWrittenAfterwards() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);
    time.set(LocalDate.of(2026, 11, 10));
    int id = as(COUNTY).get("/api/supervision/assignments?branch=B1").path("items[0].id");
    for (int i = 0; i < 2; i++) {
      post(COUNTY, "/api/supervision/assignments/" + id + "/end", "{\"reason\":\"轮换\"}")
          .then()
          .statusCode(200);
    }
    assertThat(notices())
        .containsExactly("SUPERVISION ACCOUNT supervisor", "SUPERVISION ACCOUNT supervisor");

    time.set(LocalDate.of(2026, 11, 11));
    page("/supervision/branches/B1", SUPERVISOR, "记一次走访");
    String visit = "{\"branch\":\"B1\",\"visitedOn\":\"%s\",\"met\":[\"支部书记\"],\"seen\":\"示例\"}";
    post(SUPERVISOR, "/api/visits", visit.formatted(TODAY)).then().statusCode(200);
    post(SUPERVISOR, "/api/visits", visit.formatted("2026-11-10")).then().statusCode(200);
    problem(post(SUPERVISOR, "/api/visits", visit.formatted("2026-11-11")), 409)
        .body("type", equalTo("urn:problem:not-assigned"));
  }

  @Test
  void withdrawnVisit_staysButCountsNowhere_andTheDayIsWrittenAnew() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);
    String visit =
        """
        {"branch":"B1","visitedOn":"2026-11-09","met":["支部书记"],"seen":"写错了支部","agreed":"补记录",
         "nextOn":"2026-11-30","findings":[{"line":%d,"outcome":"DONE","text":"示例"}]}
        """
            .formatted(line("B1"));
    int id = post(SUPERVISOR, "/api/visits", visit).path("id");
    String withdrawal = "/api/visits/" + id + "/withdrawal";
    assign("SUPERVISOR", "successor", "B2", TODAY, null).then().statusCode(200);

    problem(post(SUPERVISOR, withdrawal, "{\"reason\":\" \"}"), 400);
    problem(post("successor", withdrawal, "{\"reason\":\"示例\"}"), 409)
        .body("type", equalTo("urn:problem:visit-of-another"));
    problem(post("elsewhere", withdrawal, "{\"reason\":\"示例\"}"), 404);
    for (int i = 0; i < 2; i++) {
      post(SUPERVISOR, withdrawal, "{\"reason\":\"记错支部\"}")
          .then()
          .statusCode(200)
          .body("withdrawn.by", equalTo(SUPERVISOR))
          .body("withdrawn.reason", equalTo("记错支部"))
          .body("withdrawable", equalTo(false));
    }

    as(SUPERVISOR)
        .get("/api/supervision/work-list")
        .then()
        .body("items[0].supervisor.visitedOn", nullValue())
        .body("items[0].supervisor.nextOn", nullValue());
    as(COUNTY)
        .accept("text/html")
        .get("/supervision/branches/B1")
        .then()
        .body(containsString("撤回：记错支部"))
        .body(not(containsString("<strong>已落实</strong>：示例")));
    page("/visits", COUNTY, "<del>写错了支部</del>");
    assertThat(notices())
        .containsExactly(
            "SUPERVISION ACCOUNT supervisor",
            "SUPERVISION SECRETARY B1",
            "SUPERVISION ACCOUNT successor",
            "SUPERVISION SECRETARY B1");
    post(SUPERVISOR, "/api/visits", visit)
        .then()
        .statusCode(200)
        .body("id", not(equalTo(id)))
        .body("withdrawable", equalTo(true));
  }

  @Test
  void visit_isRefused_whereItCannotBeSo() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);
    assign("CONTACT_LEADER", "leader", "B1", TODAY, null).then().statusCode(200);
    String visit =
        "{\"branch\":\"B1\",\"visitedOn\":\"%s\",\"met\":[\"%s\"],\"seen\":\"示例\",\"nextOn\":\"%s\"}";

    problem(post(SUPERVISOR, "/api/visits", visit.formatted("2026-11-10", "支部书记", "")), 400);
    problem(post(SUPERVISOR, "/api/visits", visit.formatted("2026-11-08", "支部书记", "")), 409);
    problem(post(SUPERVISOR, "/api/visits", visit.formatted(TODAY, "张三", "")), 400);
    problem(post(SUPERVISOR, "/api/visits", visit.formatted(TODAY, "支部书记", TODAY)), 400);
    String finding =
        visit
            .formatted(TODAY, "支部书记", "")
            .replace("}", ",\"findings\":[{\"line\":%d,\"outcome\":\"DONE\",\"text\":\"x\"}]}");
    problem(post(SUPERVISOR, "/api/visits", finding.formatted(line("B2"))), 409)
        .body("type", equalTo("urn:problem:item-not-open"));
    problem(post("leader", "/api/visits", finding.formatted(line("B1"))), 409)
        .body("type", equalTo("urn:problem:findings-by-supervisor"));
    as(SUPERVISOR).get("/api/visits").then().body("items", empty());
  }

  @Test
  void handOver_keepsTheDaysOfBoth() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, "2026-12-31").then().statusCode(200);
    assign("SUPERVISOR", SUPERVISOR, "B2", "2026-11-20", null).then().statusCode(200);

    handOver("successor", "2026-11-16").then().statusCode(200).body("assignments", hasSize(2));
    problem(handOver("successor", "2026-11-16"), 409)
        .body("type", equalTo("urn:problem:nothing-to-hand-over"));

    as(COUNTY)
        .get("/api/supervision/assignments?account=supervisor&branch=B1")
        .then()
        .body("items.toOn", contains("2026-11-15"))
        .body("items[0].endedAt", nullValue());
    as(COUNTY)
        .get("/api/supervision/assignments?account=successor&branch=B1")
        .then()
        .body("items.fromOn", contains("2026-11-16"))
        .body("items.toOn", contains("2026-12-31"));
    as(COUNTY)
        .get("/api/supervision/assignments?account=successor&branch=B2")
        .then()
        .body("items.fromOn", contains("2026-11-20"));
    time.set(LocalDate.of(2026, 11, 15));
    as(SUPERVISOR)
        .get("/api/supervision/work-list")
        .then()
        .body("items.branchCode", contains("B1"));
    time.set(LocalDate.of(2026, 11, 16));
    as(SUPERVISOR).get("/api/supervision/work-list").then().body("items", empty());
  }

  @Test
  void handOver_ofWhatIsLeft_passesOnTheDaysUntilTheOneBefore() {
    people.add("second", "SUPERVISOR", "X1");
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);

    handOver("successor", "2026-12-01").then().statusCode(200);
    handOver("second", "2026-11-16").then().statusCode(200);

    assertThat(spans("B1"))
        .containsExactly(
            "supervisor 2026-11-09 2026-11-15",
            "second 2026-11-16 2026-11-30",
            "successor 2026-12-01 null");
  }

  @Test
  void handOver_forSomeDays_leavesTheOthersToThePredecessor() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);
    assign("SUPERVISOR", SUPERVISOR, "B2", "2026-11-20", "2026-11-30").then().statusCode(200);

    handOver("successor", "2026-11-16", "2026-11-30")
        .then()
        .statusCode(200)
        .body("assignments", hasSize(2))
        .body("continued", hasSize(1));

    assertThat(spans("B1"))
        .containsExactly(
            "supervisor 2026-11-09 2026-11-15",
            "successor 2026-11-16 2026-11-30",
            "supervisor 2026-12-01 null");
    assertThat(spans("B2")).containsExactly("successor 2026-11-20 2026-11-30");
    problem(handOver("successor", "2026-11-16", "2026-11-30"), 409)
        .body("type", equalTo("urn:problem:nothing-to-hand-over"));
    problem(handOver("successor", "2026-12-02", "2026-12-01"), 400);
    time.set(LocalDate.of(2026, 12, 1));
    as(SUPERVISOR)
        .get("/api/supervision/work-list")
        .then()
        .body("items.branchCode", contains("B1"));
  }

  @Test
  void assignmentThatBeginsLater_isHandedOverAndEndedOnPages() {
    assign("SUPERVISOR", SUPERVISOR, "B1", "2026-11-20", "2026-11-30").then().statusCode(200);
    page("/supervision/hand-overs?account=supervisor", COUNTY, "2026-11-20 起，至 2026-11-30");
    page("/supervision/branches/B1", COUNTY, "结束指派");

    time.set(LocalDate.of(2026, 11, 30));
    page("/supervision/hand-overs?account=supervisor", COUNTY, "全部交接");
    page("/supervision/branches/B1", COUNTY, "结束指派");
    time.set(LocalDate.of(2026, 12, 1));
    page("/supervision/hand-overs?account=supervisor", COUNTY, "今天和以后都没有");
    as(COUNTY)
        .accept("text/html")
        .get("/supervision/branches/B1")
        .then()
        .statusCode(200)
        .body(not(containsString("结束指派")));
  }

  @Test
  void suggestion_sharesOut_andIsAcceptedInPart() {
    Response suggestion = as(COUNTY).get("/api/supervision/suggestions");

    suggestion
        .then()
        .statusCode(200)
        .body("people.account", contains("successor", "supervisor"))
        .body("people.branchesAfter", contains(1, 1))
        .body("pairs.branchCode", contains("B1", "B2"));
    assertThat(as(COUNTY).get("/api/supervision/suggestions").asString())
        .isEqualTo(suggestion.asString());
    String account = suggestion.path("pairs[0].account");
    post(
            COUNTY,
            "/api/supervision/suggestions",
            "{\"kind\":\"SUPERVISOR\",\"pairs\":[{\"account\":\"%s\",\"branch\":\"B1\"}],\"fromOn\":\"%s\",\"reason\":\"均衡\"}"
                .formatted(account, TODAY))
        .then()
        .statusCode(200)
        .body("assignments", hasSize(1));
    as(COUNTY)
        .get("/api/supervision/suggestions")
        .then()
        .body("pairs.branchCode", contains("B2"))
        .body("pairs.account", not(contains(account)));
  }

  @Test
  void branch_isNotOverdue_whileAnObjectionStopsTheClock() {
    change("UPDATE card_line SET due_on = '2026-11-08' WHERE branch_code = 'B1'");
    as(COUNTY)
        .get("/api/supervision/branches/B1")
        .then()
        .body("overdue", equalTo(true))
        .body("dueOn", equalTo("2026-11-08"));
    page("/supervision/branches/B1", COUNTY, "超期");

    change("UPDATE card SET clock_stopped_on = '2026-11-06' WHERE branch_code = 'B1'");
    as(COUNTY).get("/api/supervision/branches/B1").then().body("overdue", equalTo(false));
    as(COUNTY).get("/api/supervision/suggestions").then().body("pairs[0].overdue", equalTo(false));
    as(COUNTY)
        .accept("text/html")
        .get("/supervision/branches/B1")
        .then()
        .body(not(containsString("超期")));
  }

  @Test
  void acceptedAtTheSameTime_oneWinsAndTheOtherIsRefused() {
    for (int day = 10; day < 20; day++) {
      String on = "2026-11-" + day;
      List<CompletableFuture<Integer>> answers =
          Stream.of(List.of("B1", "B2"), List.of("B2", "B1"))
              .map(order -> CompletableFuture.supplyAsync(() -> accepted(order, on)))
              .toList();

      assertThat(answers.stream().map(CompletableFuture::join))
          .as(on)
          .containsExactlyInAnyOrder(200, 409);
    }
  }

  @Test
  void suggestionForAUnit_countsWhatPeopleHaveElsewhere() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);

    as(COUNTY)
        .get("/api/supervision/suggestions?unit=W2")
        .then()
        .statusCode(200)
        .body("people.account", contains("successor", "supervisor"))
        .body("people.branchesBefore", contains(0, 1))
        .body("pairs.branchCode", contains("B2"))
        .body("pairs.account", contains("successor"));
  }

  @Test
  void suggestion_leavesOutWhatIsAssignedFromALaterDay_unlessThePersonHasLeft() {
    assign("SUPERVISOR", SUPERVISOR, "B1", "2026-11-10", null).then().statusCode(200);
    suggested().body("pairs.branchCode", contains("B2")).body("left", empty());

    people.dismiss(SUPERVISOR);
    suggested().body("pairs.branchCode", contains("B1", "B2"));
    assign("SUPERVISOR", "successor", "B1", TODAY, null).then().statusCode(200);
  }

  @Test
  void dissolvedBranch_isNeitherSuggestedNorMissed() {
    change("UPDATE branch SET dissolved_on = '2026-11-10' WHERE branch_code = 'B1'");
    suggested().body("pairs.branchCode", contains("B1", "B2"));
    as(COUNTY).get("/api/supervision/count").then().body("withoutSupervisor", equalTo(2));

    change("UPDATE branch SET dissolved_on = '2026-11-09' WHERE branch_code = 'B1'");
    suggested().body("pairs.branchCode", contains("B2")).body("left", empty());
    as(COUNTY)
        .get("/api/supervision/count")
        .then()
        .body("carded", equalTo(2))
        .body("withoutSupervisor", equalTo(1));
  }

  @Test
  void pages_leadFromTheWorkListToAVisit() {
    assign("SUPERVISOR", SUPERVISOR, "B1", TODAY, null).then().statusCode(200);
    page("/supervision", SUPERVISOR, "/supervision/branches/B1");
    page("/supervision/branches/B1", SUPERVISOR, "name=\"outcome\"");

    PageForms.form()
        .header("Authorization", authorization(SUPERVISOR))
        .formParam("branch", "B1")
        .formParam("visitedOn", TODAY)
        .formParam("met", "支部书记")
        .formParam("seen", "记录已补")
        .formParam("agreed", "")
        .formParam("line", line("B1"))
        .formParam("outcome", "DONE")
        .formParam("text", "看了记录本")
        .post("/visits")
        .then()
        .statusCode(303)
        .header("Location", containsString("/supervision/branches/B1"));

    page("/supervision/branches/B1", COUNTY, "已落实");
    page("/supervision/branches/B1", SUPERVISOR, "撤回这次走访");
    int id = as(SUPERVISOR).get("/api/visits").path("items[0].id");
    PageForms.form()
        .header("Authorization", authorization(SUPERVISOR))
        .formParam("reason", "写错了")
        .post("/visits/" + id + "/withdrawal")
        .then()
        .statusCode(303)
        .header("Location", containsString("/supervision/branches/B1"));
    page("/supervision/branches/B1", COUNTY, "撤回：写错了");
    page("/supervision/branches", COUNTY, "name=\"person\"");
    page("/supervision/suggestions", COUNTY, "name=\"pair\"");
    page("/supervision/hand-overs?account=supervisor", COUNTY, "全部交接");
    page("/visits", COUNTY, "记录已补");
    page("/cards/W1-2026-0001", COUNTY, "走访和指派");
  }

  private static void page(String path, String who, String contained) {
    as(who).accept("text/html").get(path).then().statusCode(200).body(containsString(contained));
  }

  private static Response assign(
      String kind, String account, String branch, String from, String to) {
    return post(
        COUNTY,
        "/api/supervision/assignments",
        """
        {"kind":"%s","account":"%s","branches":["%s"],"fromOn":"%s","toOn":%s,"reason":"示例"}
        """
            .formatted(kind, account, branch, from, to == null ? "null" : '"' + to + '"'));
  }

  private static Response handOver(String to, String fromOn) {
    return handOver(to, fromOn, "");
  }

  private static Response handOver(String to, String fromOn, String toOn) {
    return post(
        COUNTY,
        "/api/supervision/hand-overs",
        """
        {"kind":"SUPERVISOR","from":"supervisor","to":"%s","fromOn":"%s","toOn":"%s","reason":"示例"}
        """
            .formatted(to, fromOn, toOn));
  }

  private static ValidatableResponse suggested() {
    return as(COUNTY).get("/api/supervision/suggestions").then().statusCode(200);
  }

  /** The one branch for one supervisor and the other for another, in this order, for a day. */
  private static int accepted(List<String> branches, String on) {
    return post(
            COUNTY,
            "/api/supervision/suggestions",
            """
            {"kind":"SUPERVISOR","fromOn":"%3$s","toOn":"%3$s","reason":"示例","pairs":[
             {"account":"successor","branch":"%1$s"},{"account":"supervisor","branch":"%2$s"}]}
            """
                .formatted(branches.get(0), branches.get(1), on))
        .statusCode();
  }

  private void change(String sql) {
    owner.call(connection -> NamedStatement.of(sql).execute(connection));
  }

  /** Who takes a branch from when to when, in the order of time. */
  private List<String> spans(String branch) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT account, from_on, to_on FROM supervision_assignment
                    WHERE branch_code = :branch AND ended_at IS NULL ORDER BY from_on
                    """)
                .with("branch", branch)
                .list(
                    connection,
                    row -> row.getString(1) + " " + row.getString(2) + " " + row.getString(3)));
  }

  private static RequestSpecification as(String name) {
    return given().header("Authorization", authorization(name));
  }

  private static Response post(String who, String path, String body) {
    return as(who).contentType(ContentType.JSON).body(body).post(path);
  }

  private long line(String branch) {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT id FROM card_line WHERE branch_code = :branch AND open")
                .with("branch", branch)
                .list(connection, row -> row.getLong(1))
                .get(0));
  }

  private List<String> notices() {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT n.kind || ' ' || a.desk || ' ' || a.code FROM notice n
                    JOIN notice_addressee a ON a.notice_id = n.id WHERE n.kind = 'SUPERVISION' ORDER BY n.id
                    """)
                .list(connection, row -> row.getString(1)));
  }
}

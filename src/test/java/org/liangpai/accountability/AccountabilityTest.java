package org.liangpai.accountability;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TestPosts;
import org.liangpai.testsupport.Tester;

/** What is proposed by the history of cards, what the city decides, and who sees any of it. */
@QuarkusTest
class AccountabilityTest {

  private static final String CITY = "CITY_OFFICER@C1";
  private static final String COUNTY = "COUNTY_OFFICER@X1";

  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject ProposingByHistory history;
  @Inject OwnerTransactions owner;
  @Inject Transactions transactions;
  @Inject CurrentViewer current;
  @Inject TestPosts posts;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    city.execute("TRUNCATE notice CASCADE");
    roster.addUnit("X2", "COUNTY", "C1");
    roster.addUnit("W3", "COMMITTEE", "X2");
    roster.branch("B1", row -> row);
    roster.branch("B9", row -> row.with("unitCode", "W3"));
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  /** The holder gets cards in this order, one a month from January on. */
  private void cards(String branch, String... cards) {
    for (int i = 0; i < cards.length; i++) {
      String[] card = cards[i].split(" ");
      String status = card.length > 1 ? card[1] : "CLEARED";
      city.execute(
          """
          INSERT INTO card (number, holder_kind, branch_code, issuer_code, month, level, graded_level, level_reason,
              status, issued_at, issued_on, issued_by, due_on, due_provisional, cleared_on)
          SELECT '%1$s-%2$d', 'BRANCH', '%1$s', u.committee_code, '2026-%2$02d-01', '%3$s', '%3$s', 'x', '%4$s',
              '2026-%2$02d-10', '2026-%2$02d-10', 'x', '2026-%2$02d-20', false,
              CASE WHEN '%4$s' = 'CLEARED' THEN CAST('2026-%2$02d-20' AS date) END
          FROM branch b JOIN unit u ON u.unit_code = b.unit_code WHERE b.branch_code = '%1$s'
          ON CONFLICT (number) DO UPDATE SET level = excluded.level, status = excluded.status
          """
              .formatted(branch, i + 1, card[0], status));
    }
  }

  private List<String> proposals() {
    current.asService(history::all);
    return owner.call(
        connection ->
            NamedStatement.of(
                    "SELECT key || ' ' || proposed_measure FROM accountability_case ORDER BY key")
                .list(connection, row -> row.getString(1)));
  }

  @ParameterizedTest
  @CsvSource({
    "RED, ''",
    "RED ORANGE, ''",
    "RED ORANGE RED, ''",
    "RED RED, TWO_REDS B1-1 TALK",
    "ORANGE RED RED, TWO_REDS B1-2 TALK",
    "RED RED ORANGE, ''",
    "RED RED RED, 'THREE_REDS B1-1 WRITTEN_REVIEW,TWO_REDS B1-1 TALK'",
    "RED RED ORANGE RED RED, TWO_REDS B1-4 TALK"
  })
  void redsRunning_areProposed(String levels, String expected) {
    cards("B1", levels.split(" "));

    assertThat(String.join(",", proposals())).isEqualTo(expected);
  }

  @Test
  void withdrawnCard_neitherCountsNorBreaks() {
    cards("B1", "RED", "RED WITHDRAWN");
    assertThat(proposals()).isEmpty();

    cards("B1", "RED", "ORANGE WITHDRAWN", "RED");
    assertThat(proposals()).containsExactly("TWO_REDS B1-1 TALK");
  }

  @Test
  void cardThatWasPassedOn_countsForTheBranchToWhichItWasIssued() {
    roster.branch("B2", row -> row);
    cards("B2", "RED");
    cards("B1", "YELLOW WITHDRAWN", "RED");
    city.execute("UPDATE card SET branch_code = 'B1', issued_to = 'B2' WHERE number = 'B2-1'");

    assertThat(proposals()).isEmpty();
    current.asService(() -> history.ofHolderOf("B2-1"));
    assertThat(proposals()).isEmpty();
    get(COUNTY, "/api/standing?branch=B1&from=2026-01-01&to=2026-01-31")
        .body("clear", equalTo(true));
    get(COUNTY, "/api/standing?branch=B2&from=2026-01-01&to=2026-01-31")
        .body("clear", equalTo(false))
        .body("cards.level", contains("RED"));
    cards("B2", "RED", "RED");
    assertThat(proposals()).containsExactly("TWO_REDS B2-1 TALK");
  }

  @Test
  void unitAndBranchOfTheSameCode_areTwoHolders() {
    roster.branch("W1", row -> row);
    cards("W1", "RED", "RED");
    city.execute(
        "UPDATE card SET holder_kind = 'UNIT', branch_code = NULL, unit_code = 'W1' WHERE number = 'W1-2'");

    assertThat(proposals()).isEmpty();
  }

  @Test
  void relapse_isLaidToTheLatestClearing() {
    cards("B1", "RED", "YELLOW", "ORANGE ISSUED");
    String line =
        """
        INSERT INTO card_line (card_number, branch_code, item, item_level, start_level, relapse, due_on,
            due_provisional, added_on, open, stage, cleared_on)
        VALUES ('B1-%1$d', 'B1', 'YX-16', 'YELLOW', 'YELLOW', %2$s, '2026-0%1$d-20', false, '2026-0%1$d-10', %3$s)
        """;
    city.execute(line.formatted(1, false, "false, 'CLEARED', '2026-01-20'"));
    city.execute(line.formatted(2, false, "false, 'CLEARED', '2026-02-20'"));
    city.execute(line.formatted(3, true, "true, 'TO_PLAN', NULL"));

    assertThat(proposals()).isEmpty();
    city.execute("UPDATE card SET level = 'RED' WHERE number = 'B1-2'");
    assertThat(proposals()).contains("RELAPSE_AFTER_RED B1-3 TALK");
  }

  @Test
  void run_isProposedOnce_alsoWhenItGrows() {
    cards("B1", "RED", "RED");
    proposals();
    cards("B1", "RED", "RED", "RED");
    proposals();
    cards("B1", "RED", "RED", "RED", "RED");

    assertThat(proposals()).containsExactly("THREE_REDS B1-1 WRITTEN_REVIEW", "TWO_REDS B1-1 TALK");
    assertThat(noticeKeys())
        .containsExactly("ACCOUNTABILITY THREE_REDS B1-1", "ACCOUNTABILITY TWO_REDS B1-1");
  }

  @Test
  void holderOfACard_isLookedAtAlone() {
    cards("B1", "RED", "RED");
    cards("B9", "RED", "RED");

    current.asService(() -> history.ofHolderOf("B9-1"));

    assertThat(noticeKeys()).containsExactly("ACCOUNTABILITY TWO_REDS B9-1");
  }

  @ParameterizedTest
  @CsvSource({"RED, true, RELAPSE_AFTER_RED B1-2 TALK", "RED, false, ''", "ORANGE, true, ''"})
  void itemThatComesBackAfterARedCard_isProposed(String level, boolean relapse, String expected) {
    cards("B1", level, "ORANGE ISSUED");
    city.execute(
        """
        INSERT INTO card_line (card_number, branch_code, item, item_level, start_level, relapse, due_on,
            due_provisional, added_on, open, stage, cleared_on)
        VALUES ('B1-1', 'B1', 'YX-16', 'RED', 'RED', false, '2026-01-20', false, '2026-01-10', false, 'CLEARED',
                '2026-01-20'),
            ('B1-2', 'B1', 'YX-16', 'YELLOW', 'ORANGE', %s, '2026-02-20', false, '2026-02-10', true, 'TO_PLAN', NULL)
        """
            .formatted(relapse));

    assertThat(String.join(",", proposals())).isEqualTo(expected);
  }

  private List<String> noticeKeys() {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT key FROM notice WHERE kind = 'ACCOUNTABILITY' ORDER BY key")
                .list(connection, row -> row.getString(1)));
  }

  private long proposed() {
    cards("B1", "RED", "RED");
    proposals();
    return owner.call(
        connection ->
            NamedStatement.of("SELECT id FROM accountability_case")
                .list(connection, row -> row.getLong(1))
                .get(0));
  }

  private static ValidatableResponse get(String who, String address) {
    return given().header("Authorization", Tester.with(who)).get(address).then();
  }

  private static ValidatableResponse post(String who, String address, String body) {
    return given()
        .header("Authorization", Tester.with(who))
        .contentType(ContentType.JSON)
        .body(body)
        .post(address)
        .then();
  }

  @Test
  void city_opensAProposalAndRecordsItsResult() {
    String address = "/api/accountability/" + proposed();
    post(CITY, address + "/result", "{\"result\":\"已谈\"}")
        .statusCode(409)
        .body("type", equalTo("urn:problem:case-not-open"));
    post(
            CITY,
            address + "/decision",
            "{\"outcome\":\"OPEN\",\"measure\":\"TALK\",\"decision\":\"x\"}")
        .statusCode(400)
        .body("detail", containsString("职务"));
    post(
            CITY,
            address + "/decision",
            """
            {"outcome":"OPEN","measure":"TALK","post":"第一镇党委书记","decision":"连续红牌","on":"2026-11-06"}
            """)
        .statusCode(200)
        .body("status", equalTo("OPEN"))
        .body("post", equalTo("第一镇党委书记"))
        .body("decidedOn", equalTo("2026-11-06"));
    post(CITY, address + "/decision", "{\"outcome\":\"DECLINED\",\"decision\":\"x\"}")
        .statusCode(409)
        .body("type", equalTo("urn:problem:case-already-decided"));
    post(CITY, address + "/result", "{\"result\":\"已谈\",\"on\":\"2026-11-05\"}").statusCode(400);
    post(CITY, address + "/result", "{\"result\":\"已谈\",\"on\":\"2026-11-10\"}").statusCode(400);
    post(CITY, address + "/result", "{\"result\":\"已谈，限期整改\",\"on\":\"2026-11-09\"}")
        .statusCode(200)
        .body("status", equalTo("CONCLUDED"))
        .body("result", equalTo("已谈，限期整改"));
  }

  @Test
  void city_declinesWithAReasonOnly() {
    String address = "/api/accountability/" + proposed() + "/decision";
    post(CITY, address, "{\"outcome\":\"DECLINED\",\"decision\":\" \"}").statusCode(400);
    post(CITY, address, "{\"outcome\":\"CONCLUDED\",\"decision\":\"x\"}").statusCode(400);
    post(CITY, address, "{\"outcome\":\"DECLINED\",\"decision\":\"已调整班子\"}")
        .statusCode(200)
        .body("status", equalTo("DECLINED"))
        .body("decision", equalTo("已调整班子"));
  }

  private static String opening(String concerned) {
    return """
        {%s, "grounds": "工作不力", "measure": "NOTICE", "post": "党委书记", "decision": "通报批评", "on": "2026-11-06"}
        """
        .formatted(concerned);
  }

  @Test
  void caseThatPeopleOpen_namesBranchAndCard_andCountsForTheBranch() {
    cards("B1", "YELLOW");
    get(CITY, "/api/standing?branch=B1&from=2026-11-01&to=2026-11-30").body("clear", equalTo(true));

    post(CITY, "/api/accountability", opening("\"unitCode\": \"W1\", \"cardNumber\": \"B1-1\""))
        .statusCode(201)
        .body("branchCode", equalTo("B1"))
        .body("cardNumber", equalTo("B1-1"));
    PageForms.form()
        .header("Authorization", Tester.with(CITY))
        .formParams(
            Map.of(
                "unitCode", "X1",
                "branchCode", "B1",
                "measure", "TALK",
                "post", "分管负责人",
                "grounds", "督促不力",
                "decision", "约谈",
                "on", "2026-11-06"))
        .post("/accountability")
        .then()
        .statusCode(303);

    get(CITY, "/api/accountability").body("items.branchCode", contains("B1", "B1"));
    get(CITY, "/api/standing?branch=B1&from=2026-11-01&to=2026-11-30")
        .body("cases", equalTo(2))
        .body("clear", equalTo(false));
  }

  @Test
  void openingTwice_isOneCase() {
    String concerned = "\"unitCode\": \"W1\", \"branchCode\": \"B1\"";
    String first =
        post(CITY, "/api/accountability", opening(concerned))
            .statusCode(201)
            .extract()
            .header("Location");

    post(CITY, "/api/accountability", opening(concerned))
        .statusCode(201)
        .header("Location", equalTo(first));
    get(CITY, "/api/accountability").body("items", hasSize(1));
    post(CITY, "/api/accountability", opening("\"unitCode\": \"W1\"")).statusCode(201);
    post("CITY_OFFICER@C1 AUDIT", "/api/accountability", opening(concerned)).statusCode(201);
    get(CITY, "/api/accountability").body("items", hasSize(3));
  }

  @ParameterizedTest
  @CsvSource({
    "W1, B9, , branchCode",
    "X1, B9, , branchCode",
    "W1, B0, , branchCode",
    "W1, , B9-1, cardNumber",
    "W1, B2, B1-1, cardNumber",
    "W1, , X-1, cardNumber"
  })
  void branchOrCardElsewhere_isRefused(String unit, String branch, String card, String pointer) {
    roster.branch("B2", row -> row);
    cards("B1", "YELLOW");
    cards("B9", "YELLOW");

    post(
            CITY,
            "/api/accountability",
            opening(
                "\"unitCode\": \"%s\", \"branchCode\": \"%s\", \"cardNumber\": \"%s\""
                    .formatted(unit, Objects.toString(branch, ""), Objects.toString(card, ""))))
        .statusCode(400)
        .body("errors[0].pointer", equalTo(pointer));
  }

  @Test
  void record_isForTheLevelsAboveThoseConcernedAlone() {
    long id = proposed();
    String ofCounty =
        post(
                CITY,
                "/api/accountability",
                """
                {"unitCode":"X1","grounds":"工作不力","measure":"NOTICE","post":"分管负责人","decision":"通报批评"}
                """)
            .statusCode(201)
            .extract()
            .header("Location");
    assertThat(ofCounty).contains("/api/accountability/");

    get(CITY, "/api/accountability").body("items.unitCode", contains("X1", "W1"));
    get(COUNTY, "/api/accountability").statusCode(200).body("items.unitCode", contains("W1"));
    get(COUNTY, "/api/accountability/" + id).statusCode(200);
    get(COUNTY, "/api/accountability/" + (id + 1)).statusCode(404);
    get("COUNTY_OFFICER@X2", "/api/accountability").body("items", empty());
    get("COUNTY_OFFICER@X2", "/api/accountability/" + id).statusCode(404);
    get("COMMITTEE_OFFICER@W1", "/api/accountability").statusCode(403);
    get("BRANCH_SECRETARY@B1", "/api/accountability/" + id).statusCode(403);
    post(COUNTY, "/api/accountability/" + id + "/decision", "{\"outcome\":\"OPEN\"}")
        .statusCode(403);
  }

  @ParameterizedTest
  @CsvSource({
    "COMMITTEE_OFFICER@W1, 0",
    "BRANCH_SECRETARY@B1, 0",
    "SUPERVISOR@X1, 0",
    "SUPERVISOR@C1, 0",
    "LEADER@X1, 0",
    "COUNTY_OFFICER@X2, 0",
    "COUNTY_OFFICER@X1, 1",
    "CITY_OFFICER@C1, 1"
  })
  void database_showsItToNobodyElse(String who, int seen) {
    proposed();
    Viewer viewer = posts.viewer(who);

    int count =
        current.as(
            viewer,
            viewer.scope(Permissions.READ_CARDS),
            () ->
                transactions.call(
                    connection ->
                        NamedStatement.of("SELECT count(*) FROM accountability_case")
                            .list(connection, row -> row.getInt(1))
                            .get(0)));

    assertThat(count).isEqualTo(seen);
  }

  @Test
  void page_letsTheCityDecideAndTheCountyRead() {
    long id = proposed();
    get(COUNTY, "/accountability")
        .statusCode(200)
        .body(containsString("连续红牌"))
        .body(containsString("由市级组织部门决定是否启动"));

    PageForms.form()
        .header("Authorization", Tester.with(CITY))
        .formParam("outcome", "OPEN")
        .formParam("measure", "TALK")
        .formParam("post", "镇党委书记")
        .formParam("decision", "同意约谈")
        .post("/accountability/" + id + "/decision")
        .then()
        .statusCode(303)
        .header("Location", containsString("/accountability#case-" + id));

    get(CITY, "/accountability").body(containsString("同意约谈")).body(containsString("记录结果"));
    assertThat(formsThatRestWhileTheyAreSent("/accountability")).isEqualTo(2);
  }

  /** How many forms a page sends by script, each of which rests its button meanwhile. */
  private static int formsThatRestWhileTheyAreSent(String address) {
    List<String> forms =
        Pattern.compile("<form[^>]*hx-post[^>]*>")
            .matcher(get(CITY, address).extract().asString())
            .results()
            .map(MatchResult::group)
            .toList();
    assertThat(forms).allMatch(form -> form.contains("hx-disabled-elt=\"find button"));
    return forms.size();
  }

  @Test
  void standing_tellsTheFactsOfThePeriod() {
    cards("B1", "YELLOW", "RED ISSUED");
    // Issued 01-10 and cleared 01-20; issued 02-10 and still there.
    get(COUNTY, "/api/standing?branch=B1&from=2026-01-21&to=2026-02-09")
        .statusCode(200)
        .body("clear", equalTo(true))
        .body("cards", empty());
    get(COUNTY, "/api/standing?branch=B1&from=2026-01-20&to=2026-02-10")
        .body("clear", equalTo(false))
        .body("cards.level", contains("RED", "YELLOW"))
        .body("cards.issued", contains(1, 0))
        .body("cards.stoodBefore", contains(0, 1));
    get(COUNTY, "/api/standing?unit=W1&from=2026-01-01&to=2026-12-31")
        .body("clear", equalTo(true))
        .body("below", hasSize(2));
    city.execute(
        """
        INSERT INTO accountability_case (ground, grounds, unit_code, status, measure, post, decision, decided_on,
            decided_at, decided_by)
        VALUES ('OTHER', 'x', 'W1', 'OPEN', 'TALK', 'x', 'x', '2026-03-01', now(), 'x')
        """);
    get(COUNTY, "/api/standing?unit=W1&from=2026-01-01&to=2026-02-28").body("cases", equalTo(0));
    get(COUNTY, "/api/standing?unit=W1&from=2026-01-01&to=2026-03-01")
        .body("cases", equalTo(1))
        .body("clear", equalTo(false));
  }

  @Test
  void standing_countsCriticisms() {
    cards("B1", "YELLOW");
    city.execute(
        """
        INSERT INTO criticism (card_number, branch_code, unit_code, holder_name, items, level_before, level_after,
            due_on, criticised_on)
        VALUES ('B1-1', 'B1', 'W1', 'x', '{}', 'YELLOW', 'ORANGE', '2026-01-20', '2026-01-27')
        """);

    get(CITY, "/api/standing?branch=B1&from=2026-01-27&to=2026-03-01")
        .body("criticisms", equalTo(1))
        .body("clear", equalTo(false));
    get(CITY, "/api/standing?branch=B1&from=2026-01-28&to=2026-03-01")
        .body("criticisms", equalTo(0))
        .body("clear", equalTo(true));
  }

  @Test
  void standing_isAskedOfWhatLiesBelowAndWrittenDown() {
    get(COUNTY, "/api/standing?branch=B9&from=2026-01-01&to=2026-12-31").statusCode(404);
    get(COUNTY, "/api/standing?unit=X2&from=2026-01-01&to=2026-12-31").statusCode(404);
    get(COUNTY, "/api/standing?unit=X1&from=2026-01-01&to=2026-12-31")
        .statusCode(409)
        .body("type", equalTo("urn:problem:standing-of-own-unit"));
    get(CITY, "/api/standing?unit=X1&from=2026-01-01&to=2026-12-31").statusCode(200);
    get(COUNTY, "/api/standing?unit=W1&branch=B1&from=2026-01-01&to=2026-12-31").statusCode(400);
    get(COUNTY, "/api/standing?unit=W1&from=2026-01-02&to=2026-01-01").statusCode(400);
    get(COUNTY, "/standing?branch=B1&from=2026-01-01&to=2026-01-31")
        .statusCode(200)
        .body(containsString("没有亮牌、通报和问责"));

    assertThat(
            owner.<List<String>>call(
                connection ->
                    NamedStatement.of(
                            """
                            SELECT account || ' ' || object FROM audit_entry
                            WHERE act = 'STANDING_CHECKED' ORDER BY id DESC
                            LIMIT 2
                            """)
                        .list(connection, row -> row.getString(1))))
        .containsExactly("COUNTY_OFFICER@X1 B1", "CITY_OFFICER@C1 X1");
  }
}

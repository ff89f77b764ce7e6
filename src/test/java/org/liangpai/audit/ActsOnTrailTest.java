package org.liangpai.audit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.shared.NamedStatement;
import org.liangpai.sweep.Sweep;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;

/** Every act of the daily work is a row of the trail, once. */
@QuarkusTest
class ActsOnTrailTest {

  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);

  @Inject TestCity city;
  @Inject SweepingCity sweeping;
  @Inject OwnerTransactions owner;

  private long before;

  @BeforeEach
  void setUp() {
    city.reset();
    city.branch("B1", row -> row);
    city.records("B1", YearMonth.of(2026, 1), YearMonth.of(2026, 9));
    before = last();
  }

  @Test
  void sweepDecisionAndCard_areWrittenDown() {
    city.record("B1", OCTOBER, row -> row, "COMMITTEE_MEETING");
    assertThat(rows("DATA_IMPORTED")).hasSize(1).allMatch(row -> row.contains("\"records\": 1"));

    Sweep sweep = sweeping.sweep(OCTOBER);
    assertThat(rows("SWEEP_STARTED"))
        .singleElement()
        .asString()
        .contains(sweep.id() + "", "2026-10");
    assertThat(rows("SWEEP_ENDED")).singleElement().asString().startsWith("系统").contains("DONE");

    List<Long> findings =
        sweeping.findings(OCTOBER).keySet().stream().map(one -> sweeping.id(OCTOBER, one)).toList();
    sweeping.confirm(findings);
    sweeping.confirm(findings);
    assertThat(rows("FINDING_DECIDED"))
        .hasSize(findings.size())
        .allMatch(row -> row.contains("{\"status\": \"PENDING\"} "))
        .allMatch(row -> row.contains("\"CONFIRMED\""));
    assertThat(rows("CARD_ISSUED")).singleElement().asString().contains("W1-2026-0001", "B1");

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("level", "ORANGE", "reason", "连续多次"))
        .post("/api/cards/W1-2026-0001/level")
        .then()
        .statusCode(200);
    assertThat(rows("CARD_LEVEL_CHANGED"))
        .singleElement()
        .asString()
        .endsWith("{\"level\": \"ORANGE\"} 连续多次");
  }

  @Test
  void lineThatIsAdded_isWrittenDown() {
    city.record("B1", OCTOBER, row -> row.with("applicantsUntalked", 1));
    sweeping.sweep(OCTOBER);
    sweeping.confirm(OCTOBER, "B1 YX-16");
    assertThat(rows("LINES_ADDED")).isEmpty();

    city.record(
        "B1", OCTOBER, row -> row.with("applicantsUntalked", 1).with("membersDuesOverdue", 1));
    sweeping.sweep(OCTOBER);
    sweeping.confirm(OCTOBER, "B1 YX-22");

    assertThat(rows("LINES_ADDED"))
        .singleElement()
        .asString()
        .contains("W1-2026-0001", "[\"B1 YX-22\"]");
  }

  @Test
  void decisionThatIsRefused_leavesNoRow() {
    city.record("B1", OCTOBER, row -> row, "COMMITTEE_MEETING");
    sweeping.sweep(OCTOBER);
    long finding = sweeping.id(OCTOBER, "B1 YX-02");

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("findings", List.of(finding, 0), "decision", "CONFIRMED"))
        .post("/api/verifications")
        .then()
        .statusCode(404);

    assertThat(rows("FINDING_DECIDED")).isEmpty();
  }

  @Test
  void returnOfARecord_isWrittenDown_once() {
    for (int status : List.of(200, 409)) {
      given()
          .contentType(ContentType.JSON)
          .body(Map.of("reason", "数据有误"))
          .post("/api/records/B1/2026-09/return")
          .then()
          .statusCode(status);
    }

    assertThat(rows("RECORD_RETURNED"))
        .singleElement()
        .asString()
        .contains("B1 2026-09 {\"status\": \"FILED\"} {\"status\": \"RETURNED\"} 数据有误");
  }

  @Test
  void filing_isWrittenDown_unlessItIsRefused() {
    Map<String, Object> branch = given().get("/api/branches/B1").jsonPath().getMap("$");
    for (int i = 0; i < 2; i++) {
      given().contentType(ContentType.JSON).body(branch).put("/api/branches/B1");
      branch.put("branchName", "");
    }

    assertThat(rows("BRANCH_FILED")).singleElement().asString().contains("示例操作员", "B1");
  }

  @Test
  void export_isWrittenDown() {
    given().get("/api/findings.csv?month=2026-10").then().statusCode(200);

    assertThat(rows("EXPORTED")).singleElement().asString().contains("2026-10");
  }

  private List<String> rows(String act) {
    return owner.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT concat_ws(' ', account, object, before, after, reason) FROM audit_entry
                    WHERE act = :act AND id > :before ORDER BY id
                    """)
                .with("act", act)
                .with("before", before)
                .list(connection, row -> row.getString(1)));
  }

  private long last() {
    return owner.call(
        connection ->
            NamedStatement.of("SELECT coalesce(max(id), 0) FROM audit_entry")
                .list(connection, row -> row.getLong(1))
                .get(0));
  }
}

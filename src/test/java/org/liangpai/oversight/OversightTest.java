package org.liangpai.oversight;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.shared.NamedStatement;
import org.liangpai.testsupport.OfficeHolders;
import org.liangpai.testsupport.OwnerTransactions;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;
import org.liangpai.testsupport.TwoCounties;

/**
 * B1 of W1, B2 of W2 and B9 of W3 have a finding of September, confirmed on 2026-11-09, and one of
 * October that waits and is due on 2026-11-18.
 */
@QuarkusTest
class OversightTest {

  private static final String COUNTY = "COUNTY_OFFICER@X1";

  @Inject TwoCounties counties;
  @Inject OwnerTransactions owner;
  @Inject OfficeHolders people;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
  }

  @Test
  void lateVerification_isTold_fromTheDayAfterItWasDue() {
    time.set(LocalDate.of(2026, 11, 18));
    facts()
        .body("committees.unitCode", contains("W1", "W2"))
        .body("committees.waiting", contains(0, 0));
    time.set(LocalDate.of(2026, 11, 19));
    facts().body("committees.waiting", contains(1, 1)).body("committees.decided", contains(1, 1));

    change(
        "UPDATE finding SET verify_due_on = '2026-11-08' WHERE branch_code = 'B1' AND month = '2026-09-01'");
    facts().body("committees.late", contains(1, 0));
    change(
        "UPDATE finding SET verify_due_on = '2026-11-09' WHERE branch_code = 'B1' AND month = '2026-09-01'");
    facts().body("committees.late", contains(0, 0));
  }

  @Test
  void streak_isTold_fromSoManyDecisionsAlikeInARow() {
    decide(19, "DISMISSED", "2026-11-01");
    facts().body("committees[0].streaks", empty());

    decide(1, "DISMISSED", "2026-11-02");
    facts()
        .body("committees[0].streaks.number", contains(20))
        .body("committees[0].streaks.confirmed", contains(false))
        .body("committees[1].streaks", empty());

    change("UPDATE finding SET status = 'CONFIRMED' WHERE item LIKE 'T10%'");
    facts().body("committees[0].streaks", empty());
  }

  @Test
  void itemThatCameBack_isToldOfTheCommitteeThatClearedIt() {
    clearedBefore();
    facts().body("committees[0].relapses", empty());

    change("UPDATE card_line SET relapse = true WHERE branch_code = 'B1' AND open");
    facts()
        .body("committees[0].relapses.branchCode", contains("B1"))
        .body("committees[0].relapses.clearedOn", contains("2026-07-01"))
        .body("committees[1].relapses", empty());
  }

  @Test
  void itemThatWasTakenOff_didNotComeBack() {
    clearedBefore();
    change("UPDATE card_line SET relapse = true WHERE branch_code = 'B1' AND open");
    facts().body("committees[0].relapses.branchCode", contains("B1"));

    change("UPDATE card_line SET open = false, stage = 'CLOSED' WHERE branch_code = 'B1' AND open");
    facts().body("committees[0].relapses", empty());
  }

  @Test
  void itemOfACardOfACommittee_wasNotClearedByIt() {
    clearedBefore();
    change("UPDATE card_line SET relapse = true WHERE branch_code = 'B1' AND open");
    change(
        "UPDATE card SET holder_kind = 'UNIT', unit_code = 'W1', branch_code = NULL WHERE branch_code = 'B1'");
    facts().body("committees[0].relapses", empty());
  }

  @Test
  void visitNotMade_isTold_afterSoManyWorkingDays() {
    change("UPDATE card SET level = CASE branch_code WHEN 'B2' THEN 'YELLOW' ELSE 'RED' END");
    change("UPDATE card_event e SET level = c.level FROM card c WHERE c.number = e.card_number");
    supervised();
    // Twenty working days after the card of 2026-11-09.
    time.set(LocalDate.of(2026, 12, 7));
    facts()
        .body("supervisors.account", contains("li"))
        .body("supervisors.branches", contains(2))
        .body("supervisors.severe", contains(1))
        .body("supervisors[0].unvisited", empty());
    time.set(LocalDate.of(2026, 12, 8));
    facts()
        .body("supervisors[0].unvisited.branchCode", contains("B1"))
        .body("supervisors[0].unvisited[0].visitedOn", nullValue());
    page().body(containsString("示例支部B1"));

    change(
        """
        INSERT INTO visit (branch_code, kind, account, visited_on, met, seen, written_at)
        VALUES ('B1', 'SUPERVISOR', 'li', '2026-11-10', ARRAY['支部书记'], '示例', '2026-11-10')
        """);
    facts().body("supervisors[0].unvisited", empty());
    page().body(not(containsString("示例支部B1"))).body(containsString("没有需要留意的情况"));

    change(
        "UPDATE visit SET withdrawn_at = '2026-11-11', withdrawn_by = 'li', withdrawal_reason = '示例'");
    facts().body("supervisors[0].unvisited.branchCode", contains("B1"));
  }

  @Test
  void visitDue_countsFromTheDayOnWhichTheCardBecameOrange() {
    change("UPDATE card SET level = 'YELLOW'");
    change("UPDATE card_event SET level = 'YELLOW'");
    raised("ORANGE", "2026-11-20");
    raised("YELLOW", "2026-11-24");
    raised("ORANGE", "2026-12-01");
    raised("RED", "2026-12-04");
    supervised();

    // Twenty working days after 2026-12-01.
    time.set(LocalDate.of(2026, 12, 29));
    facts().body("supervisors.severe", contains(1)).body("supervisors[0].unvisited", empty());
    time.set(LocalDate.of(2026, 12, 30));
    facts().body("supervisors[0].unvisited.branchCode", contains("B1"));
  }

  @Test
  void whoeverLeftThePost_isNotListed() {
    supervised();
    facts().body("supervisors.account", contains("li"));

    people.dismiss("li");
    facts().body("supervisors", empty());
  }

  @Test
  void page_tellsOfOthersOnlyIfAsked() {
    page().body(not(containsString("示例第一镇党委（W1）</th>")));
    given()
        .header("Authorization", Tester.with(COUNTY))
        .accept("text/html")
        .get("/oversight?all=true")
        .then()
        .statusCode(200)
        .body(containsString("<a href=\"/oversight\" aria-current=\"page\">监督情况</a>"))
        .body(containsString("示例第一镇党委（W1）"))
        .body(not(containsString("（W3）")));
  }

  /** B1 and B2 have a supervisor with a post at their county, who was also given B9 of another. */
  private void supervised() {
    people.add("li", "SUPERVISOR", "X1");
    change(
        """
        INSERT INTO supervision_assignment (kind, account, branch_code, from_on, assigned_at, assigned_by, reason)
        SELECT 'SUPERVISOR', 'li', code, '2026-11-01', '2026-11-01', '示例', '示例'
        FROM unnest(ARRAY['B1', 'B2', 'B9']) code
        """);
  }

  /** An act leaves the card of B1 at a level on a day. */
  private void raised(String level, String on) {
    change("UPDATE card SET level = '%s' WHERE branch_code = 'B1'".formatted(level));
    change(
        """
        INSERT INTO card_event (card_number, at, acted_on, actor, act, level, status)
        SELECT number, '%2$s', '%2$s', '示例', 'LEVEL_RAISED', '%1$s', status FROM card WHERE branch_code = 'B1'
        """
            .formatted(level, on));
  }

  /** The item of the open card of B1 was cleared in July. */
  private void clearedBefore() {
    change(
        """
        INSERT INTO card_line (card_number, branch_code, item, item_level, start_level, relapse, due_on,
          due_provisional, added_on, open, cleared_on, stage)
        SELECT card_number, branch_code, item, item_level, start_level, false, due_on, false, '2026-06-01', false,
          '2026-07-01', 'CLEARED' FROM card_line WHERE branch_code = 'B1'
        """);
  }

  private static ValidatableResponse facts() {
    return given()
        .header("Authorization", Tester.with(COUNTY))
        .get("/api/oversight?from=2026-10-01&to=2026-12-31")
        .then()
        .statusCode(200)
        .body("streak", equalTo(20));
  }

  private static ValidatableResponse page() {
    return given()
        .header("Authorization", Tester.with(COUNTY))
        .accept("text/html")
        .get("/oversight")
        .then()
        .statusCode(200);
  }

  /** So many findings of B1 that are decided alike, on a day before the others. */
  private void decide(int number, String status, String on) {
    change(
        """
        INSERT INTO item_edition (list_fingerprint, item, content)
        SELECT DISTINCT e.list_fingerprint, 'T' || (100 + i) || '%2$s', e.content
        FROM item_edition e, generate_series(1, %1$d) i WHERE e.item = 'YX-25'
        """
            .formatted(number, on));
    change(
        """
        INSERT INTO finding (branch_code, month, item, duty, carded, level, running, status, sentence, judged_values,
          limits, working_days, list_fingerprint, roster_version, found_in, found_at, verify_due_on, latest_values,
          decided_at, decided_by, reason)
        SELECT branch_code, month, 'T' || (100 + i) || '%3$s', duty, carded, level, running, '%2$s', sentence,
          judged_values, limits, working_days, list_fingerprint, roster_version, found_in, found_at, verify_due_on,
          latest_values, '%3$s', '示例', '示例'
        FROM finding, generate_series(1, %1$d) i WHERE branch_code = 'B1' AND month = '2026-09-01' AND item = 'YX-25'
        """
            .formatted(number, status, on));
  }

  private void change(String sql) {
    owner.call(connection -> NamedStatement.of(sql).execute(connection));
  }
}

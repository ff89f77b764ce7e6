package org.liangpai.escalation;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.escalation.LadderCity.OF_BRANCH;
import static org.liangpai.escalation.LadderCity.OF_UNIT;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.shared.SimulatedTime;
import org.liangpai.shared.StartWorkDone;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** What the ladder does day by day, and when it is silent. */
@QuarkusTest
class EscalatingTest {

  @Inject LadderCity city;
  @Inject Escalating escalating;
  @Inject SimulatedTime simulated;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    city.begin();
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void overdueCard_climbsFromReminderToProposal() {
    city.climb(10, 12);
    assertThat(city.steps(OF_BRANCH)).isEmpty();
    for (int day = 13; day <= 31; day++) {
      city.climb(10, day);
    }

    assertThat(city.steps(OF_BRANCH))
        .containsExactly(
            "REMIND_BRANCH 2026-10-13",
            "URGE_BRANCH 2026-10-19",
            "CRITICISE 2026-10-23",
            "PROPOSE_INTERVIEW 2026-10-30");
    assertThat(city.texts("SELECT level FROM card WHERE number = :of", OF_BRANCH))
        .containsExactly("ORANGE");
    assertThat(
            city.texts(
                "SELECT act || ' ' || level FROM card_event WHERE card_number = :of ORDER BY id",
                OF_BRANCH))
        .containsExactly(
            "ISSUED YELLOW",
            "ESCALATED YELLOW",
            "ESCALATED YELLOW",
            "LEVEL_RAISED ORANGE",
            "ESCALATED ORANGE");
    assertThat(
            city.texts(
                """
                SELECT branch_code || ' ' || unit_code || ' ' || items[1] || ' ' || level_before || ' ' || level_after
                    || ' ' || due_on || ' ' || criticised_on
                FROM criticism WHERE card_number = :of
                """,
                OF_BRANCH))
        .containsExactly("B1 W1 YX-16 YELLOW ORANGE 2026-10-16 2026-10-23");
    assertThat(
            city.texts(
                "SELECT key || ' ' || unit_code || ' ' || status FROM accountability_case"
                    + " WHERE card_number = :of",
                OF_BRANCH))
        .containsExactly("OVERDUE W1-2026-0001 W1 PROPOSED");
    assertThat(
            city.texts(
                "SELECT count(*) FROM audit_entry WHERE object = :of AND act = 'ESCALATED'"
                    + " AND at > (SELECT issued_at FROM card WHERE number = object)",
                OF_BRANCH))
        .containsExactly("4");
  }

  @Test
  void notices_goToThoseWhomTheRungConcerns() {
    city.execute(
        """
        INSERT INTO supervision_assignment (kind, account, branch_code, from_on, to_on, assigned_at, assigned_by, reason)
        VALUES ('CONTACT_LEADER', 'zhang', 'B1', '2026-10-19', '2026-10-19', now(), 'x', 'x'),
            ('CONTACT_LEADER', 'li', 'B1', '2026-01-01', '2026-10-18', now(), 'x', 'x'),
            ('SUPERVISOR', 'wang', 'B1', '2026-01-01', NULL, now(), 'x', 'x')
        """);
    for (int day : List.of(13, 19, 23, 30)) {
      city.climb(10, day);
    }

    assertThat(city.told(OF_BRANCH + " REMIND_BRANCH")).containsExactly("SECRETARY B1");
    assertThat(city.told(OF_BRANCH + " URGE_BRANCH")).containsExactly("SECRETARY B1");
    assertThat(city.told(OF_BRANCH + " URGE_BRANCH COPY"))
        .containsExactly("ACCOUNT zhang", "LEADER B1", "OFFICE W1");
    assertThat(
            city.texts(
                "SELECT title || '。' || body FROM notice WHERE key = :of",
                OF_BRANCH + " URGE_BRANCH COPY"))
        .containsExactly(
            "抄送：催办示例支部B1的亮牌 W1-2026-0001。期限2026年10月16日已过1个工作日，还有1项情形未报告完成。已催办示例支部B1，请督促。");
    assertThat(city.told(OF_BRANCH + " CRITICISE"))
        .containsExactly("OFFICE W1", "OFFICE X1", "SECRETARY B1");
    assertThat(city.told(OF_BRANCH + " PROPOSE_INTERVIEW")).isEmpty();
    assertThat(city.told("ACCOUNTABILITY OVERDUE " + OF_BRANCH)).containsExactly("OFFICE C1");
  }

  @Test
  void cardOfAUnit_isRemindedAtItsOfficeWithACopyToTheIssuer() {
    for (int day : List.of(13, 19, 23)) {
      city.climb(10, day);
    }

    assertThat(city.told(OF_UNIT + " REMIND_BRANCH")).containsExactly("OFFICE W1");
    assertThat(city.told(OF_UNIT + " URGE_BRANCH")).containsExactly("OFFICE W1");
    assertThat(city.told(OF_UNIT + " URGE_BRANCH COPY")).containsExactly("OFFICE X1");
    assertThat(city.told(OF_UNIT + " CRITICISE")).containsExactly("OFFICE W1", "OFFICE X1");
    assertThat(city.texts("SELECT level FROM card WHERE number = :of", OF_UNIT))
        .containsExactly("RED");
  }

  @Test
  void oneRun_makesUpForAllThatWereMissed() {
    city.climb(10, 30);

    assertThat(city.steps(OF_BRANCH))
        .containsExactly(
            "URGE_BRANCH 2026-10-30", "CRITICISE 2026-10-30", "PROPOSE_INTERVIEW 2026-10-30");
    assertThat(city.climb(10, 30)).isZero();
  }

  @Test
  void start_makesUpForTheMorning_ifItIsToAndOnce() {
    city.today(10, 30);
    schedule(false).makeUp(new StartWorkDone());
    assertThat(city.steps(OF_BRANCH)).isEmpty();

    schedule(true).makeUp(new StartWorkDone());
    schedule(true).makeUp(new StartWorkDone());

    assertThat(city.steps(OF_BRANCH)).hasSize(3);
  }

  private EscalationSchedule schedule(boolean atStart) {
    return new EscalationSchedule(escalating, simulated, false, atStart);
  }

  @Test
  void severalAtOnce_takeEachStepOnce() throws Exception {
    city.today(10, 30);
    ExecutorService threads = Tester.threads(4);
    List<Callable<Integer>> runs = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      runs.add(i % 2 == 0 ? escalating::all : () -> escalating.card(OF_BRANCH));
    }
    int taken = 0;
    for (Future<Integer> run : threads.invokeAll(runs)) {
      taken += run.get();
    }
    threads.shutdown();

    // Three of each overdue card, a reminder of the one that is due today, two of the verification.
    assertThat(taken).isEqualTo(3 + 3 + 1 + 2);
    assertThat(city.steps(OF_BRANCH)).hasSize(3);
    assertThat(city.texts("SELECT level FROM card WHERE number = :of", OF_BRANCH))
        .containsExactly("ORANGE");
  }

  @Test
  void extension_givesNoRungAgain() {
    city.climb(10, 13);
    city.climb(10, 19);
    city.execute("UPDATE card_line SET due_on = '2026-10-28'");
    city.climb(10, 23);
    city.climb(10, 29);
    assertThat(city.steps(OF_BRANCH))
        .containsExactly("REMIND_BRANCH 2026-10-13", "URGE_BRANCH 2026-10-19");

    city.climb(11, 4);

    assertThat(city.steps(OF_BRANCH))
        .containsExactly(
            "REMIND_BRANCH 2026-10-13", "URGE_BRANCH 2026-10-19", "CRITICISE 2026-11-04");
  }

  @Test
  void raise_isNotUndoneByTheVerifier() {
    for (int day = 13; day <= 23; day++) {
      city.climb(10, day);
    }
    assertThat(city.texts("SELECT level FROM card WHERE number = :of", OF_BRANCH))
        .containsExactly("ORANGE");

    problem(
            given()
                .header("Authorization", Tester.with("COMMITTEE_OFFICER@W1"))
                .contentType("application/json")
                .body("{\"level\":\"YELLOW\",\"reason\":\"已在整改\"}")
                .post("/api/cards/" + OF_BRANCH + "/level"),
            409)
        .body("type", equalTo("urn:problem:card-level-too-far"));
    assertThat(
            given()
                .header("Authorization", Tester.with("COMMITTEE_OFFICER@W1"))
                .get("/cards/" + OF_BRANCH)
                .asString())
        .doesNotContain("id=\"adjust\"");
  }

  @Test
  void suspendedCard_isLeftAlone_andSaysSo() {
    city.execute("UPDATE card SET suspended_until = '2026-10-30' WHERE number = 'W1-2026-0001'");

    city.climb(10, 30);

    assertThat(city.steps(OF_BRANCH)).isEmpty();
    assertThat(decision(OF_BRANCH)).containsExactly("SUSPENDED 已挂账至2026年10月30日，其间不催办。");
  }

  @Test
  void cardUnderObjection_isLeftAlone_andSaysSo() {
    city.execute("UPDATE card SET clock_stopped_on = '2026-10-09' WHERE number = 'W1-2026-0001'");

    city.climb(10, 30);

    assertThat(city.steps(OF_BRANCH)).isEmpty();
    assertThat(decision(OF_BRANCH))
        .containsExactly("CLOCK_STOPPED 申诉自2026年10月9日起办理中，期限暂停计算，其间不催办。");
  }

  @Test
  void reportedCard_remindsTheVerifierAndNotTheBranch() {
    city.reported("2026-10-15");

    city.climb(10, 21);
    assertThat(city.steps(OF_BRANCH)).isEmpty();
    city.climb(10, 22);

    assertThat(city.steps(OF_BRANCH)).containsExactly("REMIND_ACCEPTANCE 2026-10-22");
    assertThat(city.told(OF_BRANCH + " REMIND_ACCEPTANCE")).containsExactly("OFFICE W1");
    assertThat(decision(OF_BRANCH)).singleElement().asString().contains("等待验收");
  }

  @Test
  void acceptedRedCard_remindsTheLevelAbove() {
    city.reported("2026-10-15");
    city.climb(10, 22);
    city.execute(
        """
        UPDATE card_line SET stage = 'ACCEPTED' WHERE card_number = 'W1-2026-0001';
        INSERT INTO card_event (card_number, at, acted_on, actor, act, level, status)
        VALUES ('W1-2026-0001', now(), '2026-10-23', 'x', 'LINE_ACCEPTED', 'RED', 'AWAITING_ACCEPTANCE')
        """);

    city.climb(10, 29);
    assertThat(city.steps(OF_BRANCH)).containsExactly("REMIND_ACCEPTANCE 2026-10-22");
    city.climb(10, 30);

    assertThat(city.steps(OF_BRANCH))
        .containsExactly("REMIND_ACCEPTANCE 2026-10-22", "REMIND_SECOND_CHECK 2026-10-30");
    assertThat(city.told(OF_BRANCH + " REMIND_SECOND_CHECK")).containsExactly("OFFICE X1");
    assertThat(decision(OF_BRANCH))
        .containsExactly(
            "AWAITING_ACCEPTANCE 情形已于2026年10月15日全部报告完成，2026年10月23日验收通过，等待上级复核，已提醒办理单位；其间不催办持牌对象。");
  }

  @Test
  void rejectedReport_startsTheRungsAfterTheRejection() {
    city.reported("2026-10-15");
    city.climb(10, 30);
    city.rejected("2026-11-03");

    assertThat(city.climb(11, 3)).isPositive();
    assertThat(city.steps(OF_BRANCH))
        .containsExactly("REMIND_ACCEPTANCE 2026-10-30", "REMIND_BRANCH 2026-11-03");
    city.climb(11, 4);
    city.climb(11, 9);
    city.climb(11, 10);

    assertThat(city.steps(OF_BRANCH)).endsWith("URGE_BRANCH 2026-11-04", "CRITICISE 2026-11-10");
    assertThat(
            city.texts(
                "SELECT reason FROM escalation_step WHERE subject = :of AND rung = 'CRITICISE'",
                OF_BRANCH))
        .containsExactly("期限2026年10月16日，等待验收和审批的12个工作日不计，顺延至2026年11月3日，已过5个工作日，还有1项情形未报告完成。");
  }

  @Test
  void extensionThatNobodyDecides_holdsTheLadder_andIsCountedOnceItIsDecided() {
    city.execute(
        """
        INSERT INTO concession (kind, card_number, asked_at, asked_on, asked_by, reason, working_days)
        VALUES ('EXTENSION', 'W1-2026-0001', '2026-10-16 10:00+08', '2026-10-16', 'x', 'x', 5)
        """);
    for (int day = 16; day <= 30; day++) {
      city.climb(10, day);
    }
    assertThat(city.steps(OF_BRANCH))
        .containsExactly("REMIND_BRANCH 2026-10-16", "REMIND_EXTENSION 2026-10-21");
    assertThat(city.told(OF_BRANCH + " REMIND_EXTENSION")).containsExactly("OFFICE W1");
    assertThat(decision(OF_BRANCH))
        .containsExactly(
            "EXTENSION_ASKED 整改期限为2026年10月16日；已于2026年10月16日申请延期，等待审批，其间到期不催办、不通报，等待的工作日不计入超期。");

    city.execute(
        """
        UPDATE concession SET status = 'REFUSED', decided_at = '2026-10-30 10:00+08', decided_by = 'x',
            decision_reason = 'x'
        """);
    city.climb(10, 30);
    assertThat(city.steps(OF_BRANCH)).hasSize(2);
    city.climb(11, 2);

    assertThat(city.steps(OF_BRANCH)).endsWith("URGE_BRANCH 2026-11-02");
  }

  @Test
  void extensionAskedTooLate_holdsNothing() {
    city.execute(
        """
        INSERT INTO concession (kind, card_number, asked_at, asked_on, asked_by, reason, working_days)
        VALUES ('EXTENSION', 'W1-2026-0001', '2026-10-17 10:00+08', '2026-10-17', 'x', 'x', 5)
        """);

    city.climb(10, 23);

    assertThat(city.steps(OF_BRANCH))
        .containsExactly("URGE_BRANCH 2026-10-23", "CRITICISE 2026-10-23");
  }

  @Test
  void itemThatIsReported_doesNotUrgeWhileAnotherIsNotYetDue() {
    city.execute(
        """
        INSERT INTO card_line (card_number, branch_code, item, item_level, start_level, relapse, due_on,
            due_provisional, added_on)
        VALUES ('W1-2026-0001', 'B1', 'YX-22', 'YELLOW', 'YELLOW', false, '2026-11-30', false, '2026-09-28');
        UPDATE card_line SET stage = 'REPORTED' WHERE card_number = 'W1-2026-0001' AND item = 'YX-16'
        """);

    city.climb(10, 30);

    assertThat(city.steps(OF_BRANCH)).isEmpty();
  }

  @Test
  void clearedCard_isLeftAlone_andSaysSo() {
    city.climb(10, 13);
    city.execute(
        """
        UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = '2026-10-14'
        WHERE card_number = 'W1-2026-0001';
        UPDATE card SET status = 'CLEARED' WHERE number = 'W1-2026-0001'
        """);

    city.climb(10, 30);

    assertThat(city.steps(OF_BRANCH)).containsExactly("REMIND_BRANCH 2026-10-13");
    assertThat(decision(OF_BRANCH)).containsExactly("ENDED 亮牌已摘牌，不再催办。");
  }

  @Test
  void decision_isKeptUntilSomethingChanges() {
    city.climb(10, 8);
    List<String> first = decided(OF_BRANCH);
    city.climb(10, 9);

    assertThat(decided(OF_BRANCH)).isEqualTo(first);
    city.climb(10, 13);
    assertThat(decided(OF_BRANCH)).isNotEqualTo(first);
    assertThat(decision(OF_BRANCH))
        .singleElement()
        .asString()
        .startsWith("CLIMBING 整改期限为2026年10月16日");
  }

  @Test
  void failureOfOneCard_isToldOfOnceAllElseIsDone() {
    city.execute(
        """
        UPDATE card SET level = 'RED' WHERE number = 'W2-2026-0001';
        INSERT INTO card (number, holder_kind, branch_code, issuer_code, month, level, graded_level, level_reason,
            status, issued_at, issued_on, issued_by, due_on, due_provisional, cleared_on)
        VALUES ('W2-2025-0001', 'BRANCH', 'B2', 'W2', '2025-08-01', 'RED', 'RED', 'x', 'CLEARED', '2025-09-28',
            '2025-09-28', 'x', '2025-10-16', false, '2025-10-16');
        ALTER TABLE escalation_step ADD CONSTRAINT ck_broken CHECK (subject <> 'W2-2026-0001')
        """);
    try {
      assertThatThrownBy(() -> city.climb(10, 30)).hasMessageContaining("ck_broken");
    } finally {
      city.execute("ALTER TABLE escalation_step DROP CONSTRAINT ck_broken");
    }

    assertThat(city.steps(OF_BRANCH)).hasSize(3);
    assertThat(city.texts("SELECT key FROM accountability_case WHERE branch_code = :of", "B2"))
        .containsExactly("TWO_REDS W2-2025-0001");
  }

  @Test
  void lateVerification_isRemindedAndToldToTheParent_onceForCommitteeAndMonth() {
    city.climb(10, 13);
    assertThat(city.steps("W1 2026-08")).isEmpty();
    for (int day = 14; day <= 30; day++) {
      city.climb(10, day);
    }

    assertThat(city.steps("W1 2026-08"))
        .containsExactly("REMIND_VERIFIER 2026-10-14", "TELL_PARENT 2026-10-19");
    assertThat(city.told("W1 2026-08 REMIND_VERIFIER")).containsExactly("OFFICE W1");
    assertThat(city.told("W1 2026-08 TELL_PARENT")).containsExactly("OFFICE X1");
  }

  @Test
  void lateVerificationOfADutyOfTheUnit_isRemindedAtTheUnitAboveAndToldToItsParent() {
    city.execute(
        "UPDATE finding SET status = 'PENDING', decided_at = NULL, decided_by = NULL WHERE item = 'YX-20'");
    for (int day = 13; day <= 30; day++) {
      city.climb(10, day);
    }

    assertThat(city.steps("X1 2026-08"))
        .containsExactly("REMIND_VERIFIER 2026-10-14", "TELL_PARENT 2026-10-19");
    assertThat(city.told("X1 2026-08 REMIND_VERIFIER")).containsExactly("OFFICE X1");
    assertThat(city.told("X1 2026-08 TELL_PARENT")).containsExactly("OFFICE C1");
  }

  private List<String> decision(String card) {
    return city.texts(
        "SELECT state || ' ' || reason FROM escalation_decision WHERE card_number = :of", card);
  }

  private List<String> decided(String card) {
    return city.texts(
        "SELECT version || ' ' || decided_at FROM escalation_decision WHERE card_number = :of",
        card);
  }
}

package org.liangpai.concession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.testsupport.CardStory.CARD;
import static org.liangpai.testsupport.CardStory.COMMITTEE;
import static org.liangpai.testsupport.CardStory.COUNTY;
import static org.liangpai.testsupport.CardStory.ORANGE;
import static org.liangpai.testsupport.CardStory.YELLOW;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.CardStory;

@QuarkusTest
class SuccessionTest {

  private static final LocalDate END = LocalDate.of(2026, 11, 20);
  private static final String SECOND = "W1-2026-0002";
  private static final String BY_B2 = "{\"successor\":\"B2\",\"reason\":\"村级合并\"}";
  private static final String BY_NOBODY = "{\"reason\":\"人员全部转出\"}";

  @Inject CardStory story;
  @Inject ConcessionSchedule schedule;

  @Test
  void merged_cardPassesWithItsNumber_andTheSuccessorSeesWhatWasFound() {
    begin("W1", YELLOW);
    assertThat(story.sees("BRANCH_SECRETARY@B2", "/findings").getList("items")).isEmpty();

    decide(COMMITTEE, BY_B2, 200);
    decide(COMMITTEE, BY_B2, 200);

    assertThat(story.cards()).containsExactly(CARD + " B2 YELLOW ISSUED");
    assertThat(story.rows("SELECT issued_to FROM card")).containsExactly("B1");
    assertThat(story.lines(CARD)).containsExactly("B2 YX-22 2026-11-23 TO_PLAN");
    assertThat(story.acts(CARD)).containsOnlyOnce("PASSED_ON");
    assertThat(story.told(CARD + " PASSED_ON")).containsExactly("OFFICE W1", "SECRETARY B2");
    assertThat(story.sees("BRANCH_SECRETARY@B2", "/findings").getList("items.branchCode"))
        .containsExactly("B1");
    assertThat(story.sees("BRANCH_SECRETARY@B2", "/cards/" + CARD).getList("lines.observations"))
        .hasSize(1);
    story.sees("BRANCH_SECRETARY@B2", "/records/B1/2026-10");
    decide(COMMITTEE, BY_NOBODY, 409);
  }

  @Test
  void clash_itemGoesOnThere_andTheRestJoinsTheCardOfTheMonth() {
    begin("W1", YELLOW, ORANGE);
    decide(COMMITTEE, BY_B2, 200);

    assertThat(story.cards())
        .containsExactly(CARD + " B1 ORANGE WITHDRAWN", SECOND + " B2 ORANGE ISSUED");
    assertThat(story.lines(CARD)).containsExactly("B1 YX-22 2026-11-23 CLOSED");
    assertThat(story.lines(SECOND))
        .containsExactly("B2 YX-22 2026-11-23 TO_PLAN", "B2 YX-25 2026-12-07 TO_PLAN");
    assertThat(story.told(SECOND + " PASSED_ON")).containsExactly("OFFICE W1", "SECRETARY B2");
    assertThat(
            story.rows("SELECT body FROM notice WHERE key LIKE '%s PASSED_ON%%'".formatted(SECOND)))
        .singleElement()
        .asString()
        .contains("并入亮牌 " + CARD + " 的情形 YX-22；并入亮牌 " + CARD + " 的其余情形");
    assertThat(story.rows("SELECT reason FROM card_event WHERE act = 'PASSED_ON'"))
        .anySatisfy(
            told ->
                assertThat(told)
                    .contains("情形 YX-22 并入亮牌 " + SECOND, "其余情形并入同月亮牌 " + SECOND, "村级合并"));
  }

  @Test
  void otherCommittee_isPassedOnByTheCounty_andVerifiedThere() {
    begin("W2", YELLOW);
    decide(COMMITTEE, BY_B2, 404);
    decide(COUNTY, BY_B2, 200);

    assertThat(story.cards()).containsExactly(CARD + " B2 YELLOW ISSUED");
    assertThat(story.sees("COMMITTEE_OFFICER@W2", "/cards").getList("items.number"))
        .containsExactly(CARD);
    assertThat(story.sees(COMMITTEE, "/cards").getList("items")).isEmpty();
    assertThat(story.sees("BRANCH_SECRETARY@B2", "/findings").getList("items.branchCode"))
        .containsExactly("B1");
  }

  @Test
  void postAtTheSuccessor_reachesItsPredecessors() {
    begin("W2", YELLOW);
    decide(COUNTY, BY_B2, 200);
    story.execute(
        """
        WITH one AS (INSERT INTO account (name, name_key, display_name, status, password_hash,
            password_changed_at, created_at, created_by)
          VALUES ('shuji', 'shuji', '示例', 'ACTIVE', 'x', now(), now(), 'x') RETURNING id)
        INSERT INTO post (account_id, role, branch_code, from_on, assigned_at, assigned_by)
        SELECT id, 'BRANCH_SECRETARY', 'B2', '2026-01-01', now(), 'x' FROM one
        """);

    assertThat(
            story.rows(
                """
                SELECT (p.predecessors, (SELECT array_agg(x ORDER BY x) FROM unnest(p.above) x))::text
                FROM account a, posts_in_force(a.id, '2026-11-20') p WHERE a.name = 'shuji'
                """))
        .containsExactly("({B1},\"{C1,W1,X1}\")");
  }

  @Test
  void nobodyGoesOn_cardIsWithdrawnWithTheReason() {
    begin("W1", YELLOW);
    decide(COMMITTEE, BY_NOBODY, 200);

    assertThat(story.cards()).containsExactly(CARD + " B1 YELLOW WITHDRAWN");
    assertThat(story.rows("SELECT reason FROM card_event WHERE act = 'WITHDRAWN'"))
        .containsExactly("支部 B1 已撤销，无承接支部。人员全部转出");
  }

  @Test
  void dayBeforeTheEnd_isTooEarly_andADissolvedSuccessorIsRefused() {
    begin("W1", YELLOW);
    story.today("2026-11-19");
    decide(COMMITTEE, BY_B2, 409);
    story.dissolved("B2", "W1", END);
    story.today("2026-11-20");
    decide(COMMITTEE, BY_B2, 409);
    decide(COMMITTEE, "{\"successor\":\"B1\",\"reason\":\"x\"}", 400);
  }

  @Test
  void committee_isToldOnce_andWhatIsConfirmedLaterFollows() {
    story.begin();
    story.branch("B1", "W1", YELLOW, ORANGE);
    story.branch("B2", "W1");
    story.swept();
    story.confirmed("B1", YELLOW);
    story.dissolved("B1", "W1", END);
    story.today("2026-11-20");
    schedule.everyMorning();
    assertThat(story.told("DISSOLVED")).isEmpty();
    decide(COMMITTEE, BY_B2, 200);
    story.confirmed("B1", ORANGE);
    assertThat(story.cards()).containsExactly(CARD + " B1 ORANGE ISSUED");

    schedule.everyMorning();
    schedule.everyMorning();

    assertThat(story.cards()).containsExactly(CARD + " B2 ORANGE ISSUED");
    assertThat(story.acts(CARD)).containsOnlyOnce("PASSED_ON");
  }

  @Test
  void successionThatFails_keepsNoOtherFromBeingDone() {
    begin("W1", YELLOW, ORANGE);
    story.dissolved("B2", "W1", END);
    story.execute(
        """
        INSERT INTO branch_succession (branch_code, reason, decided_at, decided_by)
        VALUES ('B1', '示例', now(), '示例'), ('B2', '示例', now(), '示例');
        UPDATE card SET holder_kind = 'UNIT', unit_code = 'W1', branch_code = NULL, status = 'CLEARED'
        WHERE branch_code = 'B1'
        """);

    schedule.everyMorning();

    assertThat(story.cards())
        .containsExactly(CARD + " W1 ORANGE CLEARED", SECOND + " B2 YELLOW WITHDRAWN");
  }

  @Test
  void cardsOfADissolvedBranch_areToldOfOnce() {
    begin("W1", YELLOW);
    schedule.everyMorning();
    schedule.everyMorning();

    assertThat(story.told("DISSOLVED")).containsExactly("OFFICE W1");
    assertThat(story.sees(COMMITTEE, "/successions").getList("items.branchCode"))
        .containsExactly("B1");
    assertThat(story.sees("COMMITTEE_OFFICER@W2", "/successions").getList("items")).isEmpty();
  }

  /** B1 is dissolved today and B2 goes on; what is faulty beyond the first is so at both. */
  private void begin(String unitOfSuccessor, String... faulty) {
    story.begin();
    story.branch("B1", "W1", faulty);
    String[] both = faulty.length > 1 ? new String[] {YELLOW} : new String[0];
    story.branch("B2", unitOfSuccessor, both);
    story.swept();
    story.confirmed("B1", faulty);
    story.confirmed("B2", both);
    story.dissolved("B1", "W1", END);
    story.today(END.toString());
  }

  private void decide(String who, String body, int status) {
    story.asks(who, "/branches/B1/succession", body).then().statusCode(status);
  }
}

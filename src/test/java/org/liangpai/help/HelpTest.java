package org.liangpai.help;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.liangpai.testsupport.CardStory.CARD;
import static org.liangpai.testsupport.CardStory.COMMITTEE;
import static org.liangpai.testsupport.CardStory.SECRETARY;
import static org.liangpai.testsupport.CardStory.YELLOW;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.CardStory;
import org.liangpai.testsupport.TestCity;

/** A branch of W1 asks W9 of the other county, urgently: due on Thursday 2026-11-12. */
@QuarkusTest
class HelpTest {

  private static final String W9 = "COMMITTEE_OFFICER@W9";
  private static final String X2 = "COUNTY_OFFICER@X2";
  private static final String ASK =
      """
      {"unit":"W9","subject":"MONEY","urgency":"URGENT","content":"活动场所维修缺两万元","card":"%s"}
      """
          .formatted(CARD);

  @Inject CardStory story;
  @Inject TestCity city;
  @Inject ClimbingHelp climbing;

  @BeforeEach
  void setUp() {
    story.beginWithCard(YELLOW);
    city.addUnit("X2", "COUNTY", "C1");
    city.addUnit("W9", "COMMITTEE", "X2");
  }

  @Test
  void asked_isSeenByBothSidesAndByNobodyElse_andTheCardWaits() {
    long id = ask();

    story
        .asks(SECRETARY, "/help-requests", ASK)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:problem:help-asked-already"));
    assertThat(story.sees(SECRETARY, "/help-requests/" + id).getString("dueOn"))
        .isEqualTo("2026-11-12");
    assertThat(story.sees(SECRETARY, "/help-requests/" + id).getString("askedName"))
        .isEqualTo("示例党组织W9");
    assertThat(story.sees(W9, "/help-requests?mine=true").getList("items.askingName"))
        .containsExactly("示例支部B1");
    // The asked unit does not see the card.
    assertThat(story.sees(W9, "/help-requests").getList("items.card"))
        .containsExactly((Object) null);
    assertThat(story.sees(COMMITTEE, "/help-requests").getList("items.card")).containsExactly(CARD);
    assertThat(story.sees("COMMITTEE_OFFICER@W2", "/help-requests").getList("items")).isEmpty();
    answer("COMMITTEE_OFFICER@W2", id, "{\"answer\":\"DO\",\"text\":\"x\"}", 404);
    assertThat(story.acts(CARD)).endsWith("HELP_ASKED");
    assertThat(story.told("HELP " + id)).containsExactly("OFFICE W9");
  }

  @ParameterizedTest
  @CsvSource({"NORMAL, 2026-11-23", "URGENT, 2026-11-12", "HARD, 2026-12-07"})
  void dueDay_followsFromTheUrgency(String urgency, String day) {
    story
        .asks(SECRETARY, "/help-requests", ASK.replace("URGENT", urgency))
        .then()
        .statusCode(200)
        .body("dueOn", equalTo(day));
  }

  @Test
  void answered_isSentBackOnce_andConfirmed() {
    long id = ask();
    answer(W9, id, "{\"answer\":\"TAKE\"}", 400);
    answer(W9, id, "{\"answer\":\"TAKE\",\"promisedOn\":\"2026-11-11\"}", 200);
    close(SECRETARY, id, "{\"decision\":\"CONFIRM\"}", 409);
    answer(W9, id, "{\"answer\":\"DO\",\"text\":\"已拨付一万元\"}", 200);
    close(COMMITTEE, id, "{\"decision\":\"CONFIRM\"}", 409);
    close(W9, id, "{\"decision\":\"CONFIRM\"}", 409);
    close(SECRETARY, id, "{\"decision\":\"SEND_BACK\"}", 400);
    close(SECRETARY, id, "{\"decision\":\"SEND_BACK\",\"text\":\"还缺一万元\"}", 200);
    answer(W9, id, "{\"answer\":\"DO\",\"text\":\"已全部拨付\"}", 200);
    close(SECRETARY, id, "{\"decision\":\"SEND_BACK\",\"text\":\"x\"}", 409);
    close(SECRETARY, id, "{\"decision\":\"CONFIRM\"}", 200);
    close(SECRETARY, id, "{\"decision\":\"CONFIRM\"}", 409);

    assertThat(story.sees(SECRETARY, "/help-requests/" + id).getList("events.act"))
        .containsExactly("ASKED", "TAKEN", "DONE", "SENT_BACK", "DONE", "CONFIRMED");
    assertThat(story.acts(CARD)).endsWith("HELP_ASKED", "HELP_ENDED");
    assertThat(story.told("HELP " + id + " DONE")).containsOnly("SECRETARY B1");
  }

  @Test
  void sentBack_givesTheUnitNewDays() {
    long id = ask();
    answer(W9, id, "{\"answer\":\"DO\",\"text\":\"已拨付一万元\"}", 200);
    rungs("2026-12-01");
    close(SECRETARY, id, "{\"decision\":\"SEND_BACK\",\"text\":\"还缺一万元\"}", 200);

    assertThat(story.sees(W9, "/help-requests/" + id).getString("dueOn")).isEqualTo("2026-12-04");
    rungs("2026-12-04");
    rungs("2026-12-07", "0 W9");
  }

  @Test
  void askedByTheCommittee_isSeenByWhoeverHoldsTheCard_whoLeavesItAlone() {
    long id = story.asked(COMMITTEE, "/help-requests", ASK);

    assertThat(story.sees(SECRETARY, "/help-requests?card=" + CARD).getList("items.askingName"))
        .containsExactly("示例第一镇党委");
    close(SECRETARY, id, "{\"decision\":\"WITHDRAW\",\"text\":\"x\"}", 409);
    answer(SECRETARY, id, "{\"answer\":\"DO\",\"text\":\"x\"}", 403);
  }

  @Test
  void whoeverHoldsTwoPosts_asksInTheNameOfTheOneAtTheCard() {
    story.branch("B2", "W1");

    story
        .asks(COMMITTEE + " BRANCH_SECRETARY@B2", "/help-requests", ASK)
        .then()
        .statusCode(200)
        .body("askingName", equalTo("示例第一镇党委"));
  }

  @ParameterizedTest
  @CsvSource({"2026-11-08, 400", "2026-11-09, 200", "2027-11-09, 200", "2027-11-10, 400"})
  void day_isWithinAYear(String day, int status) {
    story
        .asks(SECRETARY, "/help-requests", ASK.replace("{", "{\"dueOn\":\"" + day + "\","))
        .then()
        .statusCode(status);
    long id = ask("NORMAL");
    answer(W9, id, "{\"answer\":\"TAKE\",\"promisedOn\":\"" + day + "\"}", status);
  }

  @Test
  void line_isOneOfACard() {
    String line = "{\"line\":1," + ASK.replace("{", "").replace(",\"card\":\"" + CARD + "\"", "");
    story.asks(SECRETARY, "/help-requests", line).then().statusCode(400);
  }

  @Test
  void refused_needsAReason_andTheCardKnows() {
    long id = ask();
    answer(W9, id, "{\"answer\":\"REFUSE\"}", 400);
    story
        .asks(
            W9, "/help-requests/" + id + "/answer", "{\"answer\":\"REFUSE\",\"text\":\"不属本单位职责\"}")
        .then()
        .statusCode(200)
        .body("status", equalTo("REFUSED"))
        .body("turn", equalTo(""))
        .body("card", nullValue());

    assertThat(story.acts(CARD)).endsWith("HELP_ASKED", "HELP_ENDED");
    assertThat(story.sees(SECRETARY, "/help-requests/" + id).getString("answer"))
        .isEqualTo("不属本单位职责");
  }

  @Test
  void overdue_climbsToTheRoot_eachRungOnce() {
    long id = ask();
    rungs("2026-11-12");
    rungs("2026-11-13", "0 W9");
    answer(X2, id, "{\"answer\":\"DO\",\"text\":\"x\"}", 409);
    rungs("2026-11-17", "0 W9");
    rungs("2026-11-18", "0 W9", "1 X2");
    rungs("2026-11-20", "0 W9", "1 X2");
    rungs("2026-11-23", "0 W9", "1 X2", "2 C1");
    rungs("2027-03-01", "0 W9", "1 X2", "2 C1");

    assertThat(story.told("HELP " + id + " RUNG 0")).containsExactly("OFFICE W9");
    assertThat(story.told("HELP " + id + " RUNG 1")).containsExactly("OFFICE W9", "OFFICE X2");
    assertThat(story.rows("SELECT act FROM help_event ORDER BY id"))
        .containsExactly("ASKED", "REMINDED", "CLIMBED", "CLIMBED");
    story
        .asks(X2, "/help-requests/" + id + "/answer", "{\"answer\":\"DO\",\"text\":\"县里已办\"}")
        .then()
        .statusCode(200)
        .body("climbedTo", contains("示例党组织X2", "示例市委"));
  }

  @Test
  void whatIsNotWithTheUnit_doesNotClimb() {
    long id = ask();
    answer(W9, id, "{\"answer\":\"DO\",\"text\":\"已拨付\"}", 200);
    rungs("2026-12-01");
    close(SECRETARY, id, "{\"decision\":\"WITHDRAW\",\"text\":\"不再需要\"}", 200);
    rungs("2026-12-02");
  }

  @Test
  void asker_standsOnASideOfTheCard_orAsksInItsOwnName() {
    story.branch("B2", "W1");
    story.asks("BRANCH_SECRETARY@B2", "/help-requests", ASK).then().statusCode(404);
    String without = ASK.replace(",\"card\":\"" + CARD + "\"", "");
    story
        .asks("BRANCH_SECRETARY@B2", "/help-requests", without)
        .then()
        .statusCode(200)
        .body("askingName", equalTo("示例支部B2"));
    story
        .asks(COMMITTEE, "/help-requests", without.replace("{", "{\"asker\":\"B2\","))
        .then()
        .statusCode(409);
    story.asks(COMMITTEE, "/help-requests", without.replace("W9", "W1")).then().statusCode(400);
    story.asks(COMMITTEE, "/help-requests", without.replace("W9", "W0")).then().statusCode(400);
  }

  private long ask() {
    return story.asked(SECRETARY, "/help-requests", ASK);
  }

  private long ask(String urgency) {
    return story.asked(
        SECRETARY, "/help-requests", ASK.replace("URGENT", urgency).replace("维修", "维修" + urgency));
  }

  private void answer(String who, long id, String body, int status) {
    story.asks(who, "/help-requests/" + id + "/answer", body).then().statusCode(status);
  }

  private void close(String who, long id, String body, int status) {
    story.asks(who, "/help-requests/" + id + "/confirmation", body).then().statusCode(status);
  }

  private void rungs(String day, String... expected) {
    story.today(day);
    climbing.everyMorning();
    climbing.everyMorning();
    assertThat(story.rows("SELECT rung || ' ' || told_unit FROM help_rung ORDER BY rung"))
        .as(day)
        .containsExactly(expected);
  }
}

package org.liangpai.concession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.liangpai.testsupport.CardStory.CARD;
import static org.liangpai.testsupport.CardStory.COUNTY;
import static org.liangpai.testsupport.CardStory.ORANGE;
import static org.liangpai.testsupport.CardStory.SECRETARY;
import static org.liangpai.testsupport.CardStory.YELLOW;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.CardStory;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;

@QuarkusTest
class ObjectionTest {

  private static final String ASK = "/cards/" + CARD + "/objection";
  private static final String WHOLE = "{\"reason\":\"党费已按季收缴\"}";
  private static final String UPHELD = "{\"granted\":true,\"reason\":\"属实\"}";
  private static final String REFUSED = "{\"granted\":false,\"reason\":\"证据不足\"}";

  @Inject CardStory story;
  @Inject TestCity city;
  @Inject SweepingCity sweeping;

  @ParameterizedTest
  @CsvSource({"2026-11-16, 200", "2026-11-17, 409"})
  void objection_isRaisedUntilTheFifthWorkingDay(String day, int status) {
    story.beginWithCard(YELLOW);
    story.today(day);

    story.asks(SECRETARY, ASK, WHOLE).then().statusCode(status);
  }

  @Test
  void refused_clockStoodStillForExactlyTheDays() {
    story.beginWithCard(YELLOW, ORANGE);
    story.today("2026-11-11");
    long id = story.asked(SECRETARY, ASK, WHOLE);
    assertThat(story.rows("SELECT clock_stopped_on FROM card")).containsExactly("2026-11-11");
    // From Wednesday to Monday: three working days.
    story.today("2026-11-16");
    decide(COUNTY, id, REFUSED, 204);

    assertThat(story.lines(CARD))
        .containsExactly("B1 YX-22 2026-11-26 TO_PLAN", "B1 YX-25 2026-12-10 TO_PLAN");
    assertThat(story.rows("SELECT clock_stopped_on FROM card")).containsExactly((String) null);
    assertThat(story.acts(CARD)).endsWith("OBJECTION_RAISED", "OBJECTION_REFUSED");
    story
        .asks(SECRETARY, ASK, WHOLE)
        .then()
        .statusCode(409)
        .body("type", endsWith("objection-used-up"));
  }

  @Test
  void decidedOnTheSameDay_movesNothing() {
    story.beginWithCard(YELLOW);
    long id = story.asked(SECRETARY, ASK, WHOLE);
    decide(COUNTY, id, REFUSED, 204);

    assertThat(story.lines(CARD)).containsExactly("B1 YX-22 2026-11-23 TO_PLAN");
  }

  @Test
  void upheldForALine_takesItOff_andTheLevelSinks() {
    story.beginWithCard(YELLOW, ORANGE);
    assertThat(story.cards()).containsExactly(CARD + " B1 ORANGE ISSUED");
    String line = story.rows("SELECT id FROM card_line WHERE item = 'YX-25'").get(0);
    long id = story.asked(SECRETARY, ASK, "{\"lines\":[%s],\"reason\":\"已处置\"}".formatted(line));
    story.today("2026-11-10");
    decide(COUNTY, id, UPHELD, 204);

    assertThat(story.lines(CARD))
        .containsExactly("B1 YX-22 2026-11-24 TO_PLAN", "B1 YX-25 2026-12-08 CLOSED");
    assertThat(story.rows("SELECT due_on FROM card")).containsExactly("2026-11-24");
    assertThat(story.cards()).containsExactly(CARD + " B1 YELLOW ISSUED");
    assertThat(story.acts(CARD)).endsWith("OBJECTION_UPHELD", "LEVEL_LOWERED");
    assertThat(
            story.rows(
                "SELECT after ->> 'level' FROM audit_entry WHERE act = 'OBJECTION_DECIDED' ORDER BY id DESC LIMIT 1"))
        .containsExactly("YELLOW");
  }

  @Test
  void whatWasCleared_stillCounts_whenTheObjectionIsRefused() {
    beginWithTheGraverLineCleared();
    long id = story.asked(SECRETARY, ASK, WHOLE);
    decide(COUNTY, id, REFUSED, 204);

    assertThat(story.cards()).containsExactly(CARD + " B1 ORANGE RECTIFYING");
  }

  @Test
  void upheldForTheLastOpenLine_clearsTheCard_whereAnotherWasCleared() {
    beginWithTheGraverLineCleared();
    long id = story.asked(SECRETARY, ASK, WHOLE);
    decide(COUNTY, id, UPHELD, 204);

    assertThat(story.cards()).containsExactly(CARD + " B1 ORANGE CLEARED");
    assertThat(story.acts(CARD)).endsWith("OBJECTION_UPHELD", "CLEARED");
    assertThat(story.rows("SELECT cleared_on || ' ' || watch_until FROM card"))
        .containsExactly("2026-11-09 2027-02-09");
  }

  private void beginWithTheGraverLineCleared() {
    story.beginWithCard(YELLOW, ORANGE);
    story.execute(
        "UPDATE card_line SET open = false, stage = 'CLEARED', cleared_on = '2026-11-09'"
            + " WHERE item = 'YX-25'");
    story.execute("UPDATE card SET status = 'RECTIFYING'");
  }

  @Test
  void withdrawnItem_isCardedAgainByALaterSweep() {
    story.beginWithCard(YELLOW);
    story.asks(COUNTY, "/cards/" + CARD + "/withdrawal", WHOLE).then().statusCode(200);
    story.today("2026-12-08");
    YearMonth november = YearMonth.of(2026, 11);
    city.record("B1", november, row -> row.with(YELLOW, 1));
    sweeping.sweep(november);
    sweeping.confirm(november, "B1 YX-22");

    assertThat(story.cards())
        .containsExactly(CARD + " B1 YELLOW WITHDRAWN", "W1-2026-0002 B1 YELLOW ISSUED");
  }

  @Test
  void upheldForAll_withdrawsTheCard() {
    story.beginWithCard(YELLOW, ORANGE);
    long id = story.asked(SECRETARY, ASK, WHOLE);
    decide(COUNTY, id, UPHELD, 204);

    assertThat(story.cards()).containsExactly(CARD + " B1 ORANGE WITHDRAWN");
    assertThat(story.acts(CARD)).endsWith("OBJECTION_UPHELD", "WITHDRAWN");
    assertThat(story.rows("SELECT DISTINCT status FROM finding")).containsExactly("CONFIRMED");
  }

  @Test
  void decision_isNotOfWhoeverVerifiedIssuedOrAsked() {
    story.beginWithCard(YELLOW);
    long id = story.asked(SECRETARY, ASK, WHOLE);
    story.execute("UPDATE finding SET decided_by = '%s'".formatted(COUNTY));
    decide(COUNTY, id, REFUSED, 409);
    story.execute("UPDATE finding SET decided_by = 'x'");
    story.execute("UPDATE card SET issued_by = '%s'".formatted(COUNTY));
    decide(COUNTY, id, REFUSED, 409);
    story.execute("UPDATE card SET issued_by = 'x'");
    story.execute("UPDATE concession SET asked_by = '%s'".formatted(COUNTY));
    decide(COUNTY, id, REFUSED, 409);
    decide("COMMITTEE_OFFICER@W1", id, REFUSED, 403);
    decide("COUNTY_OFFICER@X1 LEADER@X1", id, REFUSED, 204);
  }

  @Test
  void withdrawn_byTheLevelAboveOnly_andWhatWaitsLapses() {
    story.beginWithCard(YELLOW);
    story.asked(SECRETARY, ASK, WHOLE);
    String path = "/cards/" + CARD + "/withdrawal";
    story.asks("COMMITTEE_OFFICER@W1", path, WHOLE).then().statusCode(403);
    story.asks(COUNTY, path, "{}").then().statusCode(400);
    story.asks(COUNTY, path, WHOLE).then().statusCode(200);
    story.asks(COUNTY, path, WHOLE).then().statusCode(409);

    assertThat(story.cards()).containsExactly(CARD + " B1 YELLOW WITHDRAWN");
    assertThat(story.rows("SELECT status FROM concession")).containsExactly("LAPSED");
    assertThat(story.told(CARD + " WITHDRAWN")).containsExactly("OFFICE W1", "SECRETARY B1");
    assertThat(story.rows("SELECT act FROM audit_entry WHERE act = 'CARD_WITHDRAWN'")).isNotEmpty();
  }

  private void decide(String who, long id, String body, int status) {
    story.asks(who, "/objections/" + id + "/decision", body).then().statusCode(status);
  }
}

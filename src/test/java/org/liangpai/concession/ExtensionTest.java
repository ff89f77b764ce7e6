package org.liangpai.concession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.liangpai.testsupport.CardStory.CARD;
import static org.liangpai.testsupport.CardStory.COMMITTEE;
import static org.liangpai.testsupport.CardStory.ORANGE;
import static org.liangpai.testsupport.CardStory.SECRETARY;
import static org.liangpai.testsupport.CardStory.YELLOW;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.CardStory;

@QuarkusTest
class ExtensionTest {

  private static final String ASK = "/cards/" + CARD + "/extension";
  private static final String TEN = "{\"workingDays\":10,\"reason\":\"党员在外，月底返乡\"}";
  private static final String YES = "{\"granted\":true}";

  @Inject CardStory story;

  @ParameterizedTest
  @CsvSource({"2026-11-22, 200", "2026-11-23, 409"})
  void extension_isAskedForBeforeTheDueDay(String day, int status) {
    story.beginWithCard(YELLOW);
    story.today(day);

    story.asks(SECRETARY, ASK, TEN).then().statusCode(status);
  }

  @ParameterizedTest
  @CsvSource({"0, 400", "1, 200", "20, 200", "21, 400"})
  void extension_isOfTwentyWorkingDaysAtMost(int days, int status) {
    story.beginWithCard(YELLOW);

    story
        .asks(SECRETARY, ASK, "{\"workingDays\":%d,\"reason\":\"x\"}".formatted(days))
        .then()
        .statusCode(status);
  }

  @Test
  void granted_movesTheLinesThatWereNotYetDue() {
    story.beginWithCard(YELLOW, ORANGE);
    story.today("2026-11-23");
    long id = story.asked(SECRETARY, ASK, TEN);
    story.today("2026-12-09");
    decide(id, YES, 204);

    assertThat(story.lines(CARD))
        .containsExactly("B1 YX-22 2026-11-23 TO_PLAN", "B1 YX-25 2026-12-21 TO_PLAN");
    assertThat(story.acts(CARD)).endsWith("EXTENSION_ASKED", "EXTENDED");
    assertThat(story.told("EXTENSION " + id + " ASKED")).containsExactly("OFFICE W1");
    assertThat(story.told("EXTENSION " + id + " DECIDED"))
        .containsExactly("OFFICE W1", "SECRETARY B1");
  }

  @Test
  void fewerDays_needAReason() {
    story.beginWithCard(YELLOW);
    long id = story.asked(SECRETARY, ASK, TEN);
    decide(id, "{\"granted\":true,\"workingDays\":3}", 400);
    decide(id, "{\"granted\":true,\"workingDays\":3,\"reason\":\"三天够用\"}", 204);

    assertThat(story.lines(CARD)).containsExactly("B1 YX-22 2026-11-26 TO_PLAN");
  }

  @Test
  void refused_mayBeAskedForAgain_grantedMayNot() {
    story.beginWithCard(YELLOW);
    long first = story.asked(SECRETARY, ASK, TEN);
    story.asks(SECRETARY, ASK, TEN).then().statusCode(409);
    decide(first, "{\"granted\":false,\"reason\":\"理由不足\"}", 204);
    assertThat(story.lines(CARD)).containsExactly("B1 YX-22 2026-11-23 TO_PLAN");

    long second = story.asked(SECRETARY, ASK, TEN);
    decide(second, YES, 204);
    decide(second, YES, 409);

    assertThat(story.lines(CARD)).containsExactly("B1 YX-22 2026-12-07 TO_PLAN");
    story
        .asks(SECRETARY, ASK, TEN)
        .then()
        .statusCode(409)
        .body("type", endsWith("extension-used-up"));
  }

  @Test
  void decision_isOfTheVerifierOnly_andNeverOfWhoeverAsked() {
    story.beginWithCard(YELLOW);
    String both = SECRETARY + " " + COMMITTEE;
    long id = story.asked(both, ASK, TEN);

    story.asks(both, "/extensions/" + id + "/decision", YES).then().statusCode(409);
    story.asks("COUNTY_OFFICER@X1", "/extensions/" + id + "/decision", YES).then().statusCode(409);
    story
        .asks("COMMITTEE_OFFICER@W2", "/extensions/" + id + "/decision", YES)
        .then()
        .statusCode(404);
    story.asks(SECRETARY, "/extensions/" + id + "/decision", YES).then().statusCode(403);
    story.asks(COMMITTEE, ASK, TEN).then().statusCode(409);
    assertThat(story.lines(CARD)).containsExactly("B1 YX-22 2026-11-23 TO_PLAN");
  }

  private void decide(long id, String body, int status) {
    story.asks(COMMITTEE, "/extensions/" + id + "/decision", body).then().statusCode(status);
  }
}

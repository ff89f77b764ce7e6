package org.liangpai.concession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.testsupport.CardStory.CARD;
import static org.liangpai.testsupport.CardStory.COMMITTEE;
import static org.liangpai.testsupport.CardStory.COUNTY;
import static org.liangpai.testsupport.CardStory.ORANGE;
import static org.liangpai.testsupport.CardStory.SECRETARY;
import static org.liangpai.testsupport.CardStory.YELLOW;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.liangpai.security.CurrentViewer;
import org.liangpai.testsupport.CardStory;

@QuarkusTest
class SuspensionTest {

  private static final String ASK = "/cards/" + CARD + "/suspension";
  private static final String UNTIL = "{\"until\":\"2026-12-01\",\"reason\":\"场所在建\"}";

  @Inject CardStory story;
  @Inject EndingSuspensions ending;
  @Inject CurrentViewer viewer;

  @Test
  void suspended_isDueAtTheEnd_listedApart_andResumesOnce() {
    story.beginWithCard(YELLOW, ORANGE);
    long id = story.asked(SECRETARY, ASK, UNTIL);
    story
        .asks(COUNTY, "/suspensions/" + id + "/decision", "{\"granted\":true}")
        .then()
        .statusCode(204);

    assertThat(story.lines(CARD))
        .containsExactly("B1 YX-22 2026-12-01 TO_PLAN", "B1 YX-25 2026-12-07 TO_PLAN");
    assertThat(story.sees(COMMITTEE, "/suspensions").getList("items.card")).containsExactly(CARD);
    assertThat(story.sees("COMMITTEE_OFFICER@W2", "/suspensions").getList("items.card")).isEmpty();
    assertThat(story.sees(COMMITTEE, "/cards").getList("items.number")).containsExactly(CARD);

    // Five working days before the end, and not a day earlier.
    story.today("2026-11-23");
    end(0);
    assertThat(story.told("SUSPENSION_ENDING")).isEmpty();
    story.today("2026-11-24");
    end(0);
    end(0);
    assertThat(story.told("SUSPENSION_ENDING")).containsExactly("OFFICE W1", "SECRETARY B1");

    story.today("2026-12-01");
    end(0);
    story.today("2026-12-02");
    end(1);
    end(0);
    assertThat(story.told("SUSPENSION_ENDED")).containsExactly("OFFICE W1", "SECRETARY B1");
    assertThat(story.acts(CARD)).containsOnlyOnce("SUSPENSION_ENDED");
    assertThat(story.sees(COMMITTEE, "/suspensions").getList("items")).isEmpty();
    assertThat(story.rows("SELECT status FROM concession")).containsExactly("ENDED");
  }

  @Test
  void verifier_mayAsk_butNotDecide() {
    story.beginWithCard(YELLOW);
    long id = story.asked(COMMITTEE, ASK, UNTIL);

    story
        .asks(COMMITTEE, "/suspensions/" + id + "/decision", "{\"granted\":true}")
        .then()
        .statusCode(403);
    story
        .asks(COUNTY, "/suspensions/" + id + "/decision", "{\"granted\":false}")
        .then()
        .statusCode(400);
    story
        .asks(
            COUNTY, "/suspensions/" + id + "/decision", "{\"granted\":false,\"reason\":\"条件已具备\"}")
        .then()
        .statusCode(204);
    assertThat(story.acts(CARD)).endsWith("SUSPENSION_ASKED", "SUSPENSION_REFUSED");
    assertThat(story.sees(COMMITTEE, "/suspensions").getList("items")).isEmpty();
  }

  @Test
  void suspension_endsAfterTodayAndWithinAYear() {
    story.beginWithCard(YELLOW);
    for (String day : new String[] {"2026-11-09", "2027-11-10"}) {
      story.asks(SECRETARY, ASK, UNTIL.replace("2026-12-01", day)).then().statusCode(400);
    }
    story.asks(SECRETARY, ASK, UNTIL.replace("2026-12-01", "2027-11-09")).then().statusCode(200);
  }

  private void end(int expected) {
    assertThat(viewer.asService(ending::endDue)).isEqualTo(expected);
  }
}

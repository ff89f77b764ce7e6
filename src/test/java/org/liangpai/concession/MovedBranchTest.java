package org.liangpai.concession;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.testsupport.CardStory.COMMITTEE;
import static org.liangpai.testsupport.CardStory.COUNTY;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.CardStory;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** The card of W1 has a line for B1 and one for B2, and B1 moves to another committee. */
@QuarkusTest
class MovedBranchTest {

  private static final String CARD = "X1-2026-0001";
  private static final String DUTY_OF_THE_UNIT = "approvalsOverdue";
  private static final YearMonth OCTOBER = YearMonth.of(2026, 10);
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);

  @Inject CardStory story;
  @Inject TestCity city;
  @Inject SweepingCity sweeping;
  @Inject ConcessionSchedule schedule;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    story.begin();
    city.addUnit("X2", "COUNTY", "C1");
    city.addUnit("W3", "COMMITTEE", "X2");
    story.branch("B1", "W1", DUTY_OF_THE_UNIT);
    story.branch("B2", "W1", DUTY_OF_THE_UNIT);
    story.swept();
    sweeping.confirm(OCTOBER, "B1 YX-20", "B2 YX-20");
    assertThat(lines()).containsExactly("B1 TO_PLAN", "B2 TO_PLAN");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void cardStaysOpen_untilTheLineOfTheMovedBranchCameOff_andThenIsCleared() {
    moves("W3");
    clears("B2");
    assertThat(story.cards()).containsExactly(CARD + " W1 ORANGE RECTIFYING");
    assertThat(lines()).containsExactly("B1 TO_PLAN", "B2 CLEARED");

    schedule.everyMorning();
    schedule.everyMorning();

    assertThat(story.cards()).containsExactly(CARD + " W1 ORANGE CLEARED");
    assertThat(lines()).containsExactly("B1 CLOSED", "B2 CLEARED");
    assertThat(story.acts(CARD)).containsOnlyOnce("LINES_TAKEN_OFF").endsWith("CLEARED");
    assertThat(story.told("LINES_TAKEN_OFF")).containsExactly("OFFICE W1");
    assertThat(story.sees(COUNTY, "/cards/" + CARD).getString("watchUntil")).isNotNull();
  }

  @Test
  void lineComesOff_alsoWithinTheCounty_andTheOthersStand() {
    moves("W2");
    schedule.everyMorning();

    assertThat(lines()).containsExactly("B1 CLOSED", "B2 TO_PLAN");
    assertThat(story.cards()).containsExactly(CARD + " W1 ORANGE ISSUED");
    assertThat(story.rows("SELECT reason FROM card_event WHERE act = 'LINES_TAKEN_OFF'"))
        .containsExactly("支部 B1 的情形 YX-20 撤下：支部已转由其他党组织管理");
  }

  @Test
  void duty_standsOnACardOfTheOtherUnit_afterTheNextSweep() {
    moves("W3");
    schedule.everyMorning();
    city.record("B1", NOVEMBER, row -> row.with(DUTY_OF_THE_UNIT, 1));
    city.records("B2", NOVEMBER, NOVEMBER);
    time.set(LocalDate.of(2026, 12, 8));
    sweeping.sweep(NOVEMBER);
    sweeping.confirm(NOVEMBER, "B1 YX-20");

    assertThat(story.cards()).contains("X2-2026-0001 W3 ORANGE ISSUED");
  }

  @Test
  void nothingComesOff_whileTheBranchesStay() {
    schedule.everyMorning();
    assertThat(lines()).containsExactly("B1 TO_PLAN", "B2 TO_PLAN");
  }

  private void moves(String unit) {
    city.branch("B1", LocalDate.of(2026, 11, 9), row -> row.with("unitCode", unit));
  }

  private void clears(String branch) {
    String line =
        story.rows("SELECT id::text FROM card_line WHERE branch_code = '" + branch + "'").get(0);
    String card = "/cards/" + CARD;
    done(
        COMMITTEE,
        card + "/measures",
        """
        {"lineId":%s,"measures":[{"what":"补办审批","responsible":"组织委员","dueOn":"2026-11-10"}]}
        """
            .formatted(line));
    String plan = story.rows("SELECT max(id)::text FROM measure_plan").get(0);
    done(COUNTY, "/measures/" + plan + "/acceptance", "{}");
    String of = card + "/lines/" + line;
    done(COMMITTEE, of + "/report", "{\"text\":\"已审批\",\"doneOn\":\"2026-11-09\"}");
    done(COUNTY, of + "/acceptance", "{}");
  }

  private void done(String who, String path, String body) {
    story.asks(who, path, body).then().statusCode(200);
  }

  private List<String> lines() {
    return story.rows(
        "SELECT branch_code || ' ' || stage FROM card_line WHERE card_number = '%s' ORDER BY 1"
            .formatted(CARD));
  }
}

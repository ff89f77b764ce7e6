package org.liangpai.rectification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.rectification.Rectifying.CARD;
import static org.liangpai.rectification.Rectifying.COMMITTEE;
import static org.liangpai.rectification.Rectifying.COUNTY;
import static org.liangpai.rectification.Rectifying.OCTOBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestClock;

/** What becomes of a card that was cleared on 2026-11-09 and is watched until 2027-02-09. */
@QuarkusTest
class WatchTest {

  private static final YearMonth JANUARY = YearMonth.of(2027, 1);
  private static final LocalDate LAST = LocalDate.of(2027, 2, 9);
  private static final String NEXT = "W1-2027-0001";
  private static final String WATCHED = "CLEARED 2026-11-09 2027-02-09";

  @Inject Rectifying city;
  @Inject SweepingCity sweeping;
  @Inject ClosingWatches closing;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    city.begin("applicantsUntalked");
    long line = city.line(CARD, "YX-16");
    city.reported(CARD, line);
    city.accept(COMMITTEE, CARD, line).then().statusCode(200);
    assertThat(city.card(CARD)).isEqualTo(WATCHED);
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void closesOnTheDayAfterTheLast_andOnce() {
    city.today(LAST);
    assertThat(closing.close()).isEmpty();
    city.today(LAST.plusDays(1));
    assertThat(closing.close()).containsExactly(CARD);
    assertThat(closing.close()).isEmpty();

    assertThat(city.card(CARD)).isEqualTo(WATCHED + " CLOSED");
    assertThat(city.history(CARD)).endsWith("CLEARED", "WATCH_CLOSED");
    assertThat(city.notices(CARD)).endsWith("WATCH_CLOSED -> SECRETARY B1");
  }

  @Test
  void sameItem_foundOnTheLastDay_isARelapse() {
    city.files(JANUARY, "applicantsUntalked");
    city.today(LAST);
    city.sweepAndConfirm(JANUARY);

    assertThat(city.card(CARD)).isEqualTo(WATCHED + " RELAPSED");
    assertThat(city.history(CARD)).endsWith("CLEARED", "RELAPSED");
    assertThat(city.card(NEXT)).isEqualTo("ISSUED reopens " + CARD);
    assertThat(city.level(NEXT)).isEqualTo("ORANGE");
    city.today(LAST.plusDays(1));
    assertThat(closing.close()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2027-02-09, ''", "2027-02-10, CLOSED"})
  void relapse_withdrawnAsAnError_isNone_andTheWatchGoesOnToItsEnd(LocalDate day, String outcome) {
    city.files(JANUARY, "applicantsUntalked");
    city.today(LAST);
    city.sweepAndConfirm(JANUARY);
    assertThat(city.card(CARD)).isEqualTo(WATCHED + " RELAPSED");
    city.today(day);
    city.post(COUNTY, "/api/cards/" + NEXT + "/withdrawal", Map.of("reason", "误发"))
        .then()
        .statusCode(200);

    closing.close();

    assertThat(city.card(CARD)).isEqualTo((WATCHED + " " + outcome).strip());
    assertThat(city.history(CARD)).contains("RELAPSED", "WATCH_RESUMED");
  }

  @Test
  void sameItem_foundOnTheDayAfter_isNone_butStartsHigherAllTheSame() {
    city.files(JANUARY, "applicantsUntalked");
    city.today(LAST.plusDays(1));
    city.sweepAndConfirm(JANUARY);

    assertThat(city.card(CARD)).isEqualTo(WATCHED);
    assertThat(city.card(NEXT)).isEqualTo("ISSUED");
    assertThat(city.level(NEXT)).isEqualTo("ORANGE");
    assertThat(closing.close()).containsExactly(CARD);
  }

  @Test
  void sameItem_foundInTheWatchForAnEarlierMonth_isNone() {
    city.files(OCTOBER.minusMonths(1), "applicantsUntalked");
    city.today(LocalDate.of(2026, 11, 10));
    city.sweepAndConfirm(OCTOBER.minusMonths(1));

    assertThat(city.card(CARD)).isEqualTo(WATCHED);
    assertThat(city.card("W1-2026-0002")).isEqualTo("ISSUED");
    assertThat(city.level("W1-2026-0002")).isEqualTo("YELLOW");
  }

  @Test
  void watch_doesNotWaitForTheDecisionOnAnEarlierMonth() {
    city.files(OCTOBER.minusMonths(1), "applicantsUntalked");
    city.today(LocalDate.of(2026, 11, 10));
    sweeping.sweep(OCTOBER.minusMonths(1));
    city.today(LAST.plusDays(1));

    assertThat(closing.close()).containsExactly(CARD);
  }

  @Test
  void otherItem_isNoRelapse() {
    city.files(JANUARY, "membersLost");
    city.today(LAST);
    city.sweepAndConfirm(JANUARY);

    assertThat(city.card(CARD)).isEqualTo(WATCHED);
    assertThat(city.card(NEXT)).isEqualTo("ISSUED");
  }

  @Test
  void watch_waitsForTheDecisionOnWhatWasFoundInIt() {
    city.files(JANUARY, "applicantsUntalked");
    city.today(LAST);
    sweeping.sweep(JANUARY);
    city.today(LAST.plusDays(5));
    assertThat(closing.close()).isEmpty();

    sweeping.confirm(JANUARY, "B1 YX-16");
    assertThat(city.card(CARD)).isEqualTo(WATCHED + " RELAPSED");
  }

  @Test
  void watch_waitsForTheCardOfWhatWasConfirmedInIt() {
    city.files(JANUARY, "applicantsUntalked", "membersLost");
    city.today(LAST);
    sweeping.sweep(JANUARY);
    sweeping.confirm(JANUARY, "B1 YX-16");
    city.today(LAST.plusDays(1));
    assertThat(closing.close()).isEmpty();

    sweeping.dismiss(JANUARY, "B1 YX-25");
    assertThat(city.card(CARD)).isEqualTo(WATCHED + " RELAPSED");
    assertThat(city.card(NEXT)).isEqualTo("ISSUED reopens " + CARD);
  }

  @Test
  void watch_closesWhenWhatWasFoundInItIsDismissed() {
    city.files(JANUARY, "applicantsUntalked");
    city.today(LAST);
    sweeping.sweep(JANUARY);
    city.today(LAST.plusDays(5));
    sweeping.dismiss(JANUARY, "B1 YX-16");

    assertThat(closing.close()).containsExactly(CARD);
  }
}

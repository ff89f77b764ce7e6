package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.card.CardTimeline.AUGUST;
import static org.liangpai.card.CardTimeline.OCTOBER;
import static org.liangpai.card.CardTimeline.SEPTEMBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** What is found again while a card is open, or after it was cleared. */
@QuarkusTest
class LaterHitsTest {

  @Inject CardTimeline timeline;
  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    timeline.begin("B1");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void joinTheOpenCard_andRaiseItsLevel() {
    timeline.filesWithout("COMMITTEE_MEETING", "B1", SEPTEMBER);
    timeline.filesWithout("COMMITTEE_MEETING", "B1", OCTOBER);
    timeline.today(LocalDate.of(2026, 10, 12));
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-02");
    assertThat(timeline.cards()).containsExactly("W1-2026-0001 B1 YELLOW 2026-10-26");

    timeline.today(LocalDate.of(2026, 11, 9));
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-02");

    assertThat(timeline.cards()).containsExactly("W1-2026-0001 B1 ORANGE 2026-10-26");
    assertThat(timeline.history("W1-2026-0001"))
        .containsExactly("ISSUED YELLOW", "OBSERVED ORANGE", "LEVEL_RAISED ORANGE");
    assertThat(timeline.card("W1-2026-0001").lines())
        .singleElement()
        .satisfies(
            line ->
                assertThat(line.observations())
                    .extracting(one -> one.month() + " " + one.level() + " " + one.running())
                    .containsExactly("2026-09 YELLOW 1", "2026-10 ORANGE 2"));
  }

  @Test
  void joinTheOpenCard_atTheSameLevel() {
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");

    assertThat(timeline.levels()).containsExactly("W1-2026-0001 B1 YELLOW");
    assertThat(timeline.history("W1-2026-0001"))
        .containsExactly("ISSUED YELLOW", "OBSERVED YELLOW");
  }

  @Test
  void joinTheOpenCardOfTheMonth_afterTheBranchMoved() {
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");
    roster.branch("B1", LocalDate.of(2026, 11, 9), row -> row.with("unitCode", "W2"));
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B1 YX-25");

    assertThat(timeline.levels()).containsExactly("W1-2026-0001 B1 ORANGE");
    assertThat(timeline.card("W1-2026-0001").lines())
        .extracting(CardView.LineView::item)
        .containsExactly("YX-16", "YX-25");
  }

  @Test
  void makeASecondCard_forWhatIsNew() {
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16", "B1 YX-25");

    assertThat(timeline.levels())
        .containsExactly("W1-2026-0001 B1 YELLOW", "W1-2026-0002 B1 ORANGE");
    assertThat(timeline.card("W1-2026-0001").lines().get(0).observations()).hasSize(2);
    assertThat(timeline.lines("W1-2026-0002"))
        .singleElement()
        .asString()
        .startsWith("B1 YX-25 ORANGE");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          2026-11-08, ORANGE, true
          2025-11-09, ORANGE, true
          2025-11-08, YELLOW, false
          """)
  void startHigher_withinAYearOfClearing(LocalDate cleared, String level, boolean relapse) {
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersDuesOverdue");
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    timeline.clear("W1-2026-0001", cleared);

    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16", "B1 YX-22");

    assertThat(timeline.levels())
        .containsExactly("W1-2026-0001 B1 YELLOW", "W1-2026-0002 B1 " + level);
    assertThat(timeline.card("W1-2026-0002").lines())
        .extracting(line -> line.item() + " " + line.relapse() + " " + line.level().code())
        .containsExactly("YX-16 " + relapse + " " + level, "YX-22 false YELLOW");
  }

  @ParameterizedTest
  @CsvSource({"2028-02-28, true", "2028-02-29, false"})
  void countTheYear_fromTheDayOfClearing(LocalDate today, boolean relapse) {
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(SEPTEMBER);
    city.sweep(OCTOBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    timeline.clear("W1-2026-0001", LocalDate.of(2027, 2, 28));

    timeline.today(today);
    city.confirm(OCTOBER, "B1 YX-16");

    assertThat(timeline.card("W1-2028-0001").lines().get(0).relapse()).isEqualTo(relapse);
  }

  @Test
  void startNoHigher_forAMonthBeforeTheOneThatWasCleared() {
    timeline.files("B1", AUGUST, "applicantsUntalked");
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    city.sweep(AUGUST);
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    timeline.clear("W1-2026-0001", LocalDate.of(2026, 11, 6));

    city.confirm(AUGUST, "B1 YX-16");

    assertThat(timeline.levels())
        .containsExactly("W1-2026-0001 B1 YELLOW", "W1-2026-0002 B1 YELLOW");
    assertThat(timeline.card("W1-2026-0002").lines().get(0).relapse()).isFalse();
  }

  @Test
  void startNoHigher_afterWhatWasWithdrawn() {
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    timeline.clear("W1-2026-0001", LocalDate.of(2026, 11, 6));
    city.execute("UPDATE card SET status = 'WITHDRAWN'");

    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");

    assertThat(timeline.card("W1-2026-0002").lines().get(0).relapse()).isFalse();
  }

  @Test
  void neverGoAboveRed() {
    timeline.files("B1", SEPTEMBER, "membersLapsed");
    timeline.files("B1", OCTOBER, "membersLapsed");
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-23");
    timeline.clear("W1-2026-0001", LocalDate.of(2026, 11, 6));
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-23");

    assertThat(timeline.levels()).containsExactly("W1-2026-0001 B1 RED", "W1-2026-0002 B1 RED");
  }

  @ParameterizedTest
  @CsvSource({"2026-10-31, true", "2026-11-01, false"})
  void askForAContactLeader_whileAnOrangeCardIsOpen(LocalDate issued, boolean hit) {
    roster.branch("B1", row -> row.with("liaisonLeader", null));
    timeline.files("B1", SEPTEMBER, "membersLost");
    timeline.today(issued);
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-25");

    timeline.today(LocalDate.of(2026, 11, 9));
    city.sweep(OCTOBER);

    assertThat(city.findings(OCTOBER).containsKey("B1 BZ-11")).isEqualTo(hit);
    if (hit) {
      city.confirm(OCTOBER, "B1 BZ-11");
      assertThat(timeline.levels()).contains("X1-2026-0001 W1 YELLOW");
    }
  }

  @Test
  void askForNoContactLeader_whereThereIsOne_orTheCardIsYellow() {
    timeline.files("B1", SEPTEMBER, "membersLost");
    timeline.today(LocalDate.of(2026, 10, 12));
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-25");
    timeline.today(LocalDate.of(2026, 11, 9));
    city.sweep(OCTOBER);
    assertThat(city.findings(OCTOBER)).isEmpty();

    timeline.begin("B1");
    roster.branch("B1", row -> row.with("liaisonLeader", null));
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    timeline.today(LocalDate.of(2026, 10, 12));
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    timeline.today(LocalDate.of(2026, 11, 9));
    city.sweep(OCTOBER);
    assertThat(city.findings(OCTOBER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"2026-09-30, true", "2026-10-01, false"})
  void askForPairing_afterThirtyDaysOfRed(LocalDate issued, boolean hit) {
    timeline.files("B1", AUGUST, "membersLapsed");
    timeline.today(issued);
    city.sweep(AUGUST);
    city.confirm(AUGUST, "B1 YX-23");

    timeline.today(LocalDate.of(2026, 11, 9));
    city.sweep(OCTOBER);

    assertThat(city.findings(OCTOBER).containsKey("B1 BZ-12")).isEqualTo(hit);
  }
}

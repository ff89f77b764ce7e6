package org.liangpai.card;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.liangpai.card.CardTimeline.OCTOBER;
import static org.liangpai.card.CardTimeline.SEPTEMBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** A later record shows that what a card is about is no longer there: the line is marked. */
@QuarkusTest
class DataAgreesTest {

  private static final String CARD = "W1-2026-0001";
  private static final YearMonth NOVEMBER = YearMonth.of(2026, 11);
  private static final String AGREES = "DATA_AGREES YELLOW";

  @Inject CardTimeline timeline;
  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    timeline.begin("B1");
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    assertThat(timeline.levels()).containsExactly(CARD + " B1 YELLOW");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void marksTheLine_andAPersonStillClearsIt() {
    city.sweep(OCTOBER);

    assertThat(line().agreedMonth()).isEqualTo("2026-10");
    assertThat(line().open()).isTrue();
    assertThat(line().stage()).isEqualTo(LineStage.TO_PLAN);
    assertThat(timeline.history(CARD)).containsExactly("ISSUED YELLOW", AGREES);
    CardView.EventView event = timeline.card(CARD).history().get(1);
    assertThat(event.actor()).isEqualTo("系统");
    assertThat(event.reason()).isEqualTo("YX-16（B1）：2026年10月纪实显示该情形已不存在，仍须验收");
    given()
        .accept("text/html")
        .get("/cards/" + CARD)
        .then()
        .body(containsString("2026年10月纪实显示该情形已不存在（数据相符），仍须验收"));
  }

  @Test
  void isToldOnce_sweptTwice_andForEachLaterMonth() {
    city.sweep(OCTOBER);
    String hash = city.sweep(OCTOBER).resultHash();
    assertThat(timeline.history(CARD)).containsExactly("ISSUED YELLOW", AGREES);
    assertThat(city.sweep(OCTOBER).resultHash()).isEqualTo(hash);

    sweepNovember();
    assertThat(line().agreedMonth()).isEqualTo("2026-11");
    assertThat(timeline.history(CARD)).containsExactly("ISSUED YELLOW", AGREES, AGREES);

    city.sweep(OCTOBER);
    assertThat(line().agreedMonth()).isEqualTo("2026-11");
    assertThat(timeline.history(CARD)).hasSize(3);
  }

  @Test
  void isSilent_whereItCannotBeJudged() {
    roster.record("B1", OCTOBER, row -> row.with("applicantsUntalked", null));
    city.sweep(OCTOBER);
    assertNotMarked();
  }

  @Test
  void isSilent_whereTheRecordIsMissing() {
    city.execute("UPDATE monthly_record SET status = 'RETURNED' WHERE month = '2026-10-01'");
    city.sweep(OCTOBER);
    assertNotMarked();
  }

  @Test
  void takesTheMarkBack_whenTheItemIsFoundAgain() {
    city.sweep(OCTOBER);

    timeline.files("B1", NOVEMBER, "applicantsUntalked");
    time.set(LocalDate.of(2026, 12, 8));
    city.sweep(NOVEMBER);
    assertThat(line().agreedMonth()).isNull();

    // What an earlier month showed does not come back while the later one stands.
    city.sweep(OCTOBER);
    assertThat(line().agreedMonth()).isNull();
    city.confirm(NOVEMBER, "B1 YX-16");
    city.sweep(OCTOBER);
    assertThat(line().agreedMonth()).isNull();
    assertThat(timeline.history(CARD)).containsOnlyOnce(AGREES);
  }

  @Test
  void takesTheMarkBack_whenTheMonthNoLongerShowsIt() {
    city.sweep(OCTOBER);
    roster.record("B1", OCTOBER, row -> row.with("applicantsUntalked", null));
    city.sweep(OCTOBER);
    assertThat(line().agreedMonth()).isNull();

    roster.record("B1", OCTOBER, UnaryOperator.identity());
    city.sweep(OCTOBER);
    assertThat(line().agreedMonth()).isEqualTo("2026-10");
    assertThat(timeline.history(CARD)).containsOnlyOnce(AGREES);
  }

  @Test
  void isSilent_whileTheHitIsThere_alsoWhenItIsDismissed() {
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    assertNotMarked();

    city.dismiss(OCTOBER, "B1 YX-16");
    city.sweep(OCTOBER);
    assertNotMarked();

    sweepNovember();
    assertThat(line().agreedMonth()).isEqualTo("2026-11");
  }

  @Test
  void doesNotComeFromACorrection_ofTheMonthOfTheCard() {
    timeline.files("B1", SEPTEMBER);
    city.sweep(SEPTEMBER);
    assertNotMarked();
    assertThat(timeline.card(CARD).status()).isEqualTo(CardStatus.ISSUED);
  }

  @Test
  void doesNotComeFromACorrection_whileTheFindingWaitsForItsCard() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");

    timeline.files("B1", OCTOBER, "membersLost");
    city.sweep(OCTOBER);
    assertNotMarked();
  }

  @Test
  void isSilent_onceTheLineIsClosed() {
    timeline.clear(CARD, LocalDate.of(2026, 11, 9));
    city.sweep(OCTOBER);
    assertNotMarked();
    given().accept("text/html").get("/cards/" + CARD).then().body(not(containsString("数据相符")));
  }

  @Test
  void concernsTheItemOnly_thatIsNoLongerThere() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    roster.branch("B2", UnaryOperator.identity());
    roster.records("B2", SEPTEMBER, OCTOBER);
    timeline.files("B2", SEPTEMBER, "applicantsUntalked");
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B2 YX-16");

    city.sweep(OCTOBER);

    assertThat(line().agreedMonth()).isNull();
    assertThat(timeline.card("W1-2026-0002").lines().get(0).agreedMonth()).isEqualTo("2026-10");
  }

  private void sweepNovember() {
    timeline.files("B1", NOVEMBER);
    time.set(LocalDate.of(2026, 12, 8));
    city.sweep(NOVEMBER);
  }

  private CardView.LineView line() {
    List<CardView.LineView> lines = timeline.card(CARD).lines();
    assertThat(lines).hasSize(1);
    return lines.get(0);
  }

  private void assertNotMarked() {
    assertThat(line().agreedMonth()).isNull();
    assertThat(timeline.history(CARD)).doesNotContain(AGREES);
  }
}

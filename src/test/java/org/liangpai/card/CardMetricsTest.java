package org.liangpai.card;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.card.CardTimeline.OCTOBER;
import static org.liangpai.card.CardTimeline.SEPTEMBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** What monitoring is told of the cards. */
@QuarkusTest
class CardMetricsTest {

  @Inject CardTimeline timeline;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    timeline.begin("B1", "B2");
    timeline.files("B1", SEPTEMBER, "applicantsUntalked");
    timeline.files("B2", OCTOBER, "membersLost");
    time.set(LocalDate.of(2026, 10, 9));
    city.sweep(SEPTEMBER);
    city.confirm(SEPTEMBER, "B1 YX-16");
    time.reset();
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B2 YX-25");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void tellOpenOverdueAndClearedCards_andAges() {
    anotherDay();
    assertThat(metric("liangpai_cards_open{level=\"YELLOW\"}")).isEqualTo(1);
    assertThat(metric("liangpai_cards_open{level=\"ORANGE\"}")).isEqualTo(1);
    assertThat(metric("liangpai_cards_open{level=\"RED\"}")).isZero();
    assertThat(metric("liangpai_cards_overdue{level=\"YELLOW\"}")).isEqualTo(1);
    assertThat(metric("liangpai_cards_overdue{level=\"ORANGE\"}")).isZero();
    assertThat(metric("liangpai_cards_cleared_recently{level=\"YELLOW\"}")).isZero();
    assertThat(metric("liangpai_cards_open_age_days{percentile=\"p50\"}")).isEqualTo(1);
    assertThat(metric("liangpai_cards_open_age_days{percentile=\"p90\"}")).isEqualTo(32);
  }

  @Test
  void areCountedAnew_onceAMinute() {
    anotherDay();
    assertThat(metric("liangpai_cards_open{level=\"YELLOW\"}")).isEqualTo(1);
    timeline.clear("W1-2026-0001", LocalDate.of(2026, 11, 9));
    city.execute(
        "UPDATE card SET status = 'CLEARED', cleared_on = '2026-11-09', watch_until = '2027-02-09'"
            + " WHERE number = 'W1-2026-0001'");

    Instant now = time.instant();
    time.set(now.plus(Duration.ofSeconds(59)));
    assertThat(metric("liangpai_cards_open{level=\"YELLOW\"}")).isEqualTo(1);
    time.set(now.plus(Duration.ofSeconds(60)));
    assertThat(metric("liangpai_cards_open{level=\"YELLOW\"}")).isZero();
    assertThat(metric("liangpai_cards_overdue{level=\"YELLOW\"}")).isZero();
    assertThat(metric("liangpai_cards_cleared_recently{level=\"YELLOW\"}")).isEqualTo(1);
    time.set(LocalDate.of(2026, 12, 9));
    assertThat(metric("liangpai_cards_cleared_recently{level=\"YELLOW\"}")).isZero();
  }

  private void anotherDay() {
    time.set(LocalDate.of(2026, 11, 10));
  }

  private static double metric(String name) {
    String all =
        given().header("Authorization", Tester.with("SYSTEM")).get("/q/metrics").asString();
    return all.lines()
        .filter(line -> line.startsWith(name + " "))
        .mapToDouble(line -> Double.parseDouble(line.substring(line.indexOf(' ') + 1)))
        .findFirst()
        .orElseThrow(() -> new AssertionError("No " + name));
  }
}

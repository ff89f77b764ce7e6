package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.liangpai.card.CardTimeline.OCTOBER;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.NotFound;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;
import org.liangpai.verification.TakingBackDecisions;
import org.liangpai.verification.TakingBackRefused;

/** What was decided by a slip of the hand is taken back while nobody knows of it. */
@QuarkusTest
class TakingBackTest {

  private static final String CARD = "W1-2026-0001";
  private static final String VERIFIER = "示例核实人";

  @Inject CardTimeline timeline;
  @Inject SweepingCity city;
  @Inject TestClock time;
  @Inject TakingBackDecisions takingBack;
  @Inject CurrentViewer viewer;

  @BeforeEach
  void setUp() {
    timeline.begin("B1");
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    city.sweep(OCTOBER);
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void withTheOnlyItem_theCardIsWithdrawn() {
    city.dismiss(OCTOBER, "B1 YX-16");
    city.confirm(OCTOBER, "B1 YX-25");
    assertThat(timeline.levels()).containsExactly(CARD + " B1 ORANGE");

    takeBack("B1 YX-25");

    assertThat(city.findings(OCTOBER)).containsEntry("B1 YX-25", "ORANGE 1 PENDING");
    assertThat(timeline.card(CARD).status()).isEqualTo(CardStatus.WITHDRAWN);
    assertThat(timeline.history(CARD))
        .containsExactly("ISSUED ORANGE", "DECISION_TAKEN_BACK ORANGE", "WITHDRAWN ORANGE");
  }

  @Test
  void oneOfTwoItems_comesOff_andTheLevelSinks_andMayBeConfirmedAgain() {
    city.confirm(OCTOBER, "B1 YX-16", "B1 YX-25");

    takeBack("B1 YX-25");
    assertThat(timeline.cards()).containsExactly(CARD + " B1 YELLOW 2026-11-23");
    assertThat(timeline.lines(CARD)).containsExactly("B1 YX-16 YELLOW 2026-11-23");

    city.confirm(OCTOBER, "B1 YX-25");
    assertThat(timeline.levels()).containsExactly(CARD + " B1 ORANGE");
    assertThat(timeline.history(CARD))
        .containsExactly(
            "ISSUED ORANGE",
            "DECISION_TAKEN_BACK ORANGE",
            "LEVEL_LOWERED YELLOW",
            "LINE_ADDED ORANGE",
            "LEVEL_RAISED ORANGE");
  }

  @Test
  void dismissal_isTakenBackToo_andLeavesAnEvent() {
    city.dismiss(OCTOBER, "B1 YX-16");

    takeBack("B1 YX-16");

    assertThat(city.findings(OCTOBER)).containsEntry("B1 YX-16", "YELLOW 1 PENDING");
    assertThat(
            city.value(
                "SELECT string_agg(act, ' ' ORDER BY id) FROM finding_event WHERE finding_id = "
                    + city.id(OCTOBER, "B1 YX-16")))
        .isEqualTo("FOUND DISMISSED TAKEN_BACK");
  }

  @Test
  void isRefused_afterTenMinutes() {
    city.confirm(OCTOBER, "B1 YX-16", "B1 YX-25");

    time.set(time.instant().plus(Duration.ofMinutes(10)));
    takeBack("B1 YX-16");
    time.set(time.instant().plus(Duration.ofSeconds(1)));
    assertThatThrownBy(() -> takeBack("B1 YX-25"))
        .isInstanceOf(TakingBackRefused.class)
        .hasMessageContaining("10分钟");
    assertThat(timeline.lines(CARD)).containsExactly("B1 YX-25 ORANGE 2026-12-07");
  }

  @Test
  void isRefused_toAnybodyElse_andTwice() {
    city.dismiss(OCTOBER, "B1 YX-16");

    assertThatThrownBy(() -> takeBack("B1 YX-16", "另一核实人"))
        .isInstanceOf(TakingBackRefused.class)
        .hasMessageContaining(VERIFIER);
    takeBack("B1 YX-16");
    assertThatThrownBy(() -> takeBack("B1 YX-16"))
        .isInstanceOf(TakingBackRefused.class)
        .hasMessageContaining("还没有核实");
    assertThatThrownBy(() -> viewer.asService(() -> takingBack.takeBack(4_711, VERIFIER)))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void isRefused_onceTheHolderHasSeenTheCard() {
    city.confirm(OCTOBER, "B1 YX-16", "B1 YX-25");
    RestAssured.given()
        .header("Authorization", Tester.with("COMMITTEE_OFFICER@W1"))
        .get("/api/cards/" + CARD)
        .then()
        .statusCode(200);
    assertThat(city.value("SELECT count(*) FROM card_seen")).isEqualTo("0");

    RestAssured.given()
        .header("Authorization", Tester.with("BRANCH_SECRETARY@B1"))
        .get("/api/cards/" + CARD)
        .then()
        .statusCode(200);

    assertThatThrownBy(() -> takeBack("B1 YX-16"))
        .isInstanceOf(TakingBackRefused.class)
        .hasMessageContaining(CARD);
    assertThat(city.findings(OCTOBER)).containsEntry("B1 YX-16", "YELLOW 1 CONFIRMED");
  }

  @Test
  void page_offersIt_andShowsWhatAnotherDecidedMeanwhile() {
    long own = city.id(OCTOBER, "B1 YX-16");
    long other = city.id(OCTOBER, "B1 YX-25");
    city.dismiss(OCTOBER, "B1 YX-25");

    decide(own, "CONFIRMED")
        .then()
        .statusCode(200)
        .body(containsString("/findings/" + own + "/decision/withdrawal"))
        .body(not(containsString("/findings/" + other + "/decision/withdrawal")));
    decide(other, "CONFIRMED")
        .then()
        .statusCode(409)
        .body(containsString("2026年10月 YX-25 已由 示例核实人 于11月9日 09:00核实为不予认定"))
        .body(not(containsString("/findings/" + other + "/decision?")));
  }

  private static Response decide(long finding, String decision) {
    return PageForms.htmx()
        .formParam("decision", decision)
        .post("/findings/" + finding + "/decision");
  }

  private void takeBack(String finding) {
    takeBack(finding, VERIFIER);
  }

  private void takeBack(String finding, String by) {
    long id = city.id(OCTOBER, finding);
    viewer.asService(() -> takingBack.takeBack(id, by));
  }
}

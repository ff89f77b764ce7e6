package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liangpai.card.CardTimeline.OCTOBER;
import static org.liangpai.card.CardTimeline.SEPTEMBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

/** What is the duty of the committee is shown to the committee, by the unit above it. */
@QuarkusTest
class UnitCardTest {

  @Inject CardTimeline timeline;
  @Inject TestCity roster;
  @Inject SweepingCity city;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    timeline.begin("B1", "B2", "B3");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void isIssuedToTheCommittee_byTheUnitAbove() {
    roster.branch("B1", row -> row.with("venue", "NONE"));
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B1 BZ-05", "B1 YX-16");

    assertThat(timeline.levels())
        .containsExactly("W1-2026-0001 B1 YELLOW", "X1-2026-0001 W1 YELLOW");
    CardView card = timeline.card("X1-2026-0001");
    assertThat(card.holder().kind()).isEqualTo(HolderKind.UNIT);
    assertThat(card.holder().name()).isEqualTo("示例第一镇党委");
    assertThat(card.issuer().code()).isEqualTo("X1");
    assertThat(timeline.lines("X1-2026-0001"))
        .singleElement()
        .asString()
        .startsWith("B1 BZ-05 YELLOW");
  }

  @Test
  void collectsTheBranchesOfAMonth() {
    roster.branch("B1", row -> row.with("venue", "NONE"));
    roster.branch("B2", row -> row.with("termEndsOn", LocalDate.of(2026, 12, 31)));
    timeline.files("B3", OCTOBER, "approvalsOverdue");
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B1 BZ-05");
    city.confirm(OCTOBER, "B2 ZW-06");
    assertThat(timeline.levels()).containsExactly("X1-2026-0001 W1 YELLOW");
    city.confirm(OCTOBER, "B3 YX-20");

    assertThat(timeline.levels()).containsExactly("X1-2026-0001 W1 ORANGE");
    assertThat(timeline.card("X1-2026-0001").lines())
        .extracting(line -> line.branchCode() + " " + line.item())
        .containsExactly("B1 BZ-05", "B2 ZW-06", "B3 YX-20");
    assertThat(timeline.history("X1-2026-0001"))
        .containsExactly(
            "ISSUED YELLOW", "LINE_ADDED YELLOW", "LINE_ADDED ORANGE", "LEVEL_RAISED ORANGE");
  }

  @Test
  void isGradedBranchByBranch() {
    for (String branch : new String[] {"B1", "B2", "B3"}) {
      roster.branch(branch, row -> row.with("venue", "NONE"));
    }
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 BZ-05", "B2 BZ-05", "B3 BZ-05");
    assertThat(timeline.levels()).containsExactly("X1-2026-0001 W1 YELLOW");
  }

  @Test
  void isOrange_whereOneBranchHasThreeYellows() {
    roster.branch(
        "B1",
        row ->
            row.with("venue", "NONE")
                .with("termEndsOn", LocalDate.of(2026, 12, 31))
                .with("hasPartyWorker", false));
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 BZ-05", "B1 BZ-08", "B1 ZW-06");
    assertThat(timeline.levels()).containsExactly("X1-2026-0001 W1 ORANGE");
  }

  @Test
  void isOneForEachCommitteeAndMonth() {
    roster.branch("B2", row -> row.with("unitCode", "W2"));
    timeline.files("B1", SEPTEMBER, "approvalsOverdue");
    timeline.files("B2", OCTOBER, "approvalsOverdue");
    timeline.files("B3", OCTOBER, "approvalsOverdue");
    city.sweep(SEPTEMBER);
    city.sweep(OCTOBER);

    city.confirm(SEPTEMBER, "B1 YX-20");
    city.confirm(OCTOBER, "B2 YX-20", "B3 YX-20");

    assertThat(timeline.levels())
        .containsExactly(
            "X1-2026-0001 W1 ORANGE", "X1-2026-0002 W1 ORANGE", "X1-2026-0003 W2 ORANGE");
  }

  @Test
  void waitsForTheOtherDutiesOfTheUnit_notForThoseOfTheBranch() {
    roster.branch("B1", row -> row.with("venue", "NONE").with("hasPartyWorker", false));
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);

    city.confirm(OCTOBER, "B1 BZ-05");
    assertThat(timeline.cards()).isEmpty();
    city.dismiss(OCTOBER, "B1 BZ-08");
    assertThat(timeline.numbers()).containsExactly("X1-2026-0001");
    city.confirm(OCTOBER, "B1 YX-16");
    assertThat(timeline.numbers()).containsExactly("W1-2026-0001", "X1-2026-0001");
  }
}

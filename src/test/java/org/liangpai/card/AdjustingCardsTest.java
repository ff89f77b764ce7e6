package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liangpai.card.CardTimeline.OCTOBER;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Refusal;
import org.liangpai.testsupport.SweepingCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.warninglist.Level;

/** A verifier changes the level of a card: one step, with a reason. */
@QuarkusTest
class AdjustingCardsTest {

  private static final String CARD = "W1-2026-0001";
  private static final String BY = "示例核实人";

  @Inject CardTimeline timeline;
  @Inject SweepingCity city;
  @Inject AdjustingCards adjusting;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    timeline.begin("B1");
    timeline.files("B1", OCTOBER, "applicantsUntalked");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-16");
  }

  @AfterEach
  void tearDown() {
    time.reset();
  }

  @Test
  void takesOneStep_andKeepsTheReason() {
    adjusting.adjust(CARD, Level.ORANGE, " 多次督促未改 ", BY);

    CardView card = timeline.card(CARD);
    assertThat(card.level().code()).isEqualTo("ORANGE");
    assertThat(card.gradedLevel().code()).isEqualTo("YELLOW");
    assertThat(card.levelReason()).isEqualTo("多次督促未改");
    assertThat(timeline.history(CARD)).containsExactly("ISSUED YELLOW", "LEVEL_ADJUSTED ORANGE");
    assertThat(card.history().get(1).reason()).isEqualTo("多次督促未改");
    assertThat(card.history().get(1).actor()).isEqualTo(BY);
  }

  @Test
  void refusesTwoSteps_alsoOneByOne() {
    assertThatThrownBy(() -> adjusting.adjust(CARD, Level.RED, "情节严重", BY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("1级以内");
    adjusting.adjust(CARD, Level.ORANGE, "多次督促未改", BY);
    assertThatThrownBy(() -> adjusting.adjust(CARD, Level.RED, "情节严重", BY))
        .isInstanceOf(Refusal.class);
    assertThat(timeline.levels()).containsExactly(CARD + " B1 ORANGE");
  }

  @Test
  void changesNothing_toTheSameLevel() {
    adjusting.adjust(CARD, Level.YELLOW, "维持原等级", BY);
    assertThat(timeline.history(CARD)).containsExactly("ISSUED YELLOW");
  }

  @Test
  void asksForAReason() {
    assertThatThrownBy(() -> adjusting.adjust(CARD, Level.ORANGE, " ", BY))
        .isInstanceOf(Invalid.class);
    assertThatThrownBy(() -> adjusting.adjust(CARD, Level.ORANGE, null, BY))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void takesAReasonOfTwoThousandCharacters_andNoLongerOne() {
    assertThatThrownBy(() -> adjusting.adjust(CARD, Level.ORANGE, "字".repeat(2_001), BY))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("2000字");
    adjusting.adjust(CARD, Level.ORANGE, "字".repeat(2_000), BY);
  }

  @Test
  void refusesALevelThatTheListDoesNotUse() {
    assertThatThrownBy(() -> adjusting.adjust(CARD, Level.BLUE, "情节轻微", BY))
        .isInstanceOf(Invalid.class);
  }

  @Test
  void refusesACardThatIsCleared_orMissing() {
    timeline.clear(CARD, LocalDate.of(2026, 11, 9));
    assertThatThrownBy(() -> adjusting.adjust(CARD, Level.ORANGE, "多次督促未改", BY))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("已经摘牌");
    assertThatThrownBy(() -> adjusting.adjust("W1-2026-0009", Level.ORANGE, "多次督促未改", BY))
        .isInstanceOf(NotFound.class);
  }

  @Test
  void isNotUndone_byMoreOfTheSameGrade_butByAGraverOne() {
    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-25");
    adjusting.adjust(CARD, Level.YELLOW, "已主动整改", BY);

    timeline.files("B1", OCTOBER, "applicantsUntalked", "membersLost", "membersDuesOverdue");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-22");
    assertThat(timeline.levels()).containsExactly(CARD + " B1 YELLOW");
    assertThat(timeline.card(CARD).levelReason()).isEqualTo("已主动整改");

    timeline.files(
        "B1",
        OCTOBER,
        "applicantsUntalked",
        "membersLost",
        "membersDuesOverdue",
        "probationersOverdue");
    city.sweep(OCTOBER);
    city.confirm(OCTOBER, "B1 YX-18");
    assertThat(timeline.levels()).containsExactly(CARD + " B1 RED");
  }
}

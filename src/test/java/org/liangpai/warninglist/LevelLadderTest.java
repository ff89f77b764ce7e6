package org.liangpai.warninglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ladders of the packaged list, one for each way of climbing. */
class LevelLadderTest {

  private final WarningList list = new WarningListReader().read(WarningListSource.packaged());

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          YX-02, 1,   , 2026-10, YELLOW
          YX-02, 2,   , 2026-10, ORANGE
          YX-02, 3,   , 2026-10, RED
          YX-02, 9,   , 2026-10, RED
          SH-09, 1,   , 2026-10,
          SH-09, 2,   , 2026-10, YELLOW
          SH-09, 3,   , 2026-10, YELLOW
          SH-09, 4,   , 2026-10, ORANGE
          ZW-04, 1, 31, 2026-10, YELLOW
          ZW-04, 1, 90, 2026-10, YELLOW
          ZW-04, 1, 91, 2026-10, RED
          ZW-04, 1,   , 2026-10, YELLOW
          YX-21, 1,  2, 2026-10, YELLOW
          YX-21, 1,  3, 2026-10, RED
          ZW-07, 9, 30, 2026-10, ORANGE
          BZ-01, 1,   , 2026-06, YELLOW
          BZ-01, 1,   , 2026-12, ORANGE
          BZ-01, 1,   , 2026-10,
          """)
  void givesTheWorstStep_whoseConditionsHold(
      String code, int running, BigDecimal measure, YearMonth month, Level level) {
    LevelLadder ladder = list.item(code).orElseThrow().inForce(month).ladder();

    assertThat(ladder.levelFor(running, measure, month).orElse(null)).isEqualTo(level);
  }

  @Test
  void wantsAllConditionsOfAStep_atOnce() {
    YearMonth december = YearMonth.of(2026, 12);
    LevelLadder ladder =
        new WarningListReader()
            .read(ListFixture.files())
            .item("YX-01")
            .orElseThrow()
            .inForce(december)
            .ladder();

    assertThat(ladder.levelFor(2, BigDecimal.valueOf(4), december)).contains(Level.RED);
    assertThat(ladder.levelFor(1, BigDecimal.valueOf(4), december)).contains(Level.YELLOW);
    assertThat(ladder.levelFor(2, BigDecimal.valueOf(3), december)).contains(Level.YELLOW);
    assertThat(ladder.levelFor(2, BigDecimal.valueOf(4), YearMonth.of(2026, 9)))
        .contains(Level.YELLOW);
  }

  @Test
  void refusesToClimb_beforeItsThresholdsAreLookedUp() {
    LevelStep step =
        new LevelStep(
            Level.RED,
            List.of(
                new LevelStep.Condition(LevelStep.Test.RUNNING, StepLimit.named("leastMeetings"))));

    assertThatThrownBy(
            () -> new LevelLadder(List.of(step)).levelFor(1, null, YearMonth.of(2026, 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("leastMeetings");
  }
}

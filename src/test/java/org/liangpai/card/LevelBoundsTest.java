package org.liangpai.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.warninglist.Level;

class LevelBoundsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          YELLOW, ,       YELLOW, true
          YELLOW, ,       ORANGE, true
          YELLOW, ,       RED,    false
          ORANGE, ,       YELLOW, true
          ORANGE, RED,    YELLOW, false
          ORANGE, RED,    ORANGE, false
          ORANGE, RED,    RED,    true
          YELLOW, ORANGE, YELLOW, false
          RED,    ORANGE, ORANGE, true
          """)
  void allow_oneStepOfTheGrade_andNothingBelowTheRaise(
      Level graded, Level raised, Level level, boolean allowed) {
    assertThat(new LevelBounds(graded, raised, 1).allow(level)).isEqualTo(allowed);
  }
}

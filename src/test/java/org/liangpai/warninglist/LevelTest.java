package org.liangpai.warninglist;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LevelTest {

  @Test
  void raises_oneLevelAndNeverAboveRed() {
    assertThat(Level.BLUE.raised()).isEqualTo(Level.YELLOW);
    assertThat(Level.ORANGE.raised()).isEqualTo(Level.RED);
    assertThat(Level.RED.raised()).isEqualTo(Level.RED);
  }

  @Test
  void isWorse_onlyThanAMilderOne() {
    assertThat(Level.RED.worseThan(Level.ORANGE)).isTrue();
    assertThat(Level.RED.worseThan(Level.RED)).isFalse();
    assertThat(Level.YELLOW.worseThan(Level.ORANGE)).isFalse();
  }

  @Test
  void picksTheWorst_ofSome() {
    assertThat(Level.worst(Level.YELLOW)).isEqualTo(Level.YELLOW);
    assertThat(Level.worst(Level.YELLOW, Level.RED, Level.ORANGE)).isEqualTo(Level.RED);
    assertThat(Level.worst(List.of(Level.BLUE, Level.YELLOW))).isEqualTo(Level.YELLOW);
  }
}

package org.liangpai.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NeutralTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1", "+1", "-1+2", "-", "-1.", "--1", "@sum", "\tx", "\r=1", "\n=1", "＝1", "＋1", "－1",
        "＠1", "'=1", "'"
      })
  void make_putsAnApostropheBeforeWhatBeginsLikeAFormula(String text) {
    assertThat(Neutral.make(text)).isEqualTo("'" + text);
    assertThat(Neutral.undo(Neutral.make(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1-2", "a=b", " =1", "支部=1", "-1", "-12.50", "李'四"})
  void make_leavesTheRest_withNegativeNumbers(String text) {
    assertThat(Neutral.make(text)).isEqualTo(text);
    assertThat(Neutral.undo(text)).isEqualTo(text);
  }
}

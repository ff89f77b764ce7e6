package org.liangpai.warninglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FractionTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1/2, 4, 10, -1
          1/2, 5, 10, 0
          1/2, 6, 10, 1
          1/2, 5, 11, -1
          4/5, 11, 15, -1
          4/5, 12, 15, 0
          1/3, 3, 10, -1
          1/3, 4, 10, 1
          0/1, 0, 0, 0
          """)
  void comparesAPartWithItsShare_exactly(String share, long part, long whole, int sign) {
    assertThat(Fraction.parse(share).compareShare(part, whole)).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
      499999, -1
      500000, 0
      500000.01, 1
      """)
  void comparesMoney_toTheCent(BigDecimal budget, int sign) {
    Fraction hundredth = Fraction.parse("1/100");

    assertThat(hundredth.compareShare(budget, new BigDecimal("50000000"))).isEqualTo(sign);
  }

  @Test
  void writesItself_asItWasRead() {
    assertThat(Fraction.parse("9/10")).hasToString("9/10");
    assertThat(Fraction.parse("2/4")).isEqualByComparingTo(Fraction.parse("1/2"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "1/0", "-1/2", "1/-2", "0.5", "1 / 2", "1/2/3", "9999999999/1"})
  void refusesToRead_whatIsNoShare(String text) {
    assertThatThrownBy(() -> Fraction.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }
}

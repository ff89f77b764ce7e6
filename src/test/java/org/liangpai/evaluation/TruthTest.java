package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruthTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          TRUE,    TRUE,    TRUE,    TRUE
          TRUE,    UNKNOWN, UNKNOWN, TRUE
          TRUE,    FALSE,   FALSE,   TRUE
          UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN
          UNKNOWN, FALSE,   FALSE,   UNKNOWN
          FALSE,   FALSE,   FALSE,   FALSE
          """)
  void andOr_areThoseOfKleene(Truth one, Truth other, Truth and, Truth or) {
    assertThat(one.and(other)).isEqualTo(other.and(one)).isEqualTo(and);
    assertThat(one.or(other)).isEqualTo(other.or(one)).isEqualTo(or);
  }

  @ParameterizedTest
  @CsvSource({"TRUE, FALSE", "FALSE, TRUE", "UNKNOWN, UNKNOWN"})
  void not_leavesTheUnknownUnknown(Truth truth, Truth not) {
    assertThat(truth.not()).isEqualTo(not);
  }
}

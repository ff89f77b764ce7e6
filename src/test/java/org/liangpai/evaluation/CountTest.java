package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountTest {

  @ParameterizedTest(name = "{0} to {1}: below({2}) is {3}, above({2}) is {4}")
  @CsvSource(
      textBlock =
          """
          0, 0,          1, TRUE,    FALSE
          1, 1,          1, FALSE,   FALSE
          2, 2,          1, FALSE,   TRUE
          0, 1,          1, UNKNOWN, FALSE
          0, 2,          1, UNKNOWN, UNKNOWN
          1, 2,          1, FALSE,   UNKNOWN
          1, 2,          2, UNKNOWN, FALSE
          1, 2,          3, TRUE,    FALSE
          0, 2147483647, 1, UNKNOWN, UNKNOWN
          2, 2147483647, 1, FALSE,   TRUE
          """)
  void count_decidesOnlyWhatEveryNumberInItsRangeSays(
      int least, int most, int limit, Truth below, Truth above) {
    Count count = Count.between("held", least, most, "2026年9月没有上报纪实");
    assertThat(count.below(limit).truth()).isEqualTo(below);
    assertThat(count.atLeast(limit).truth()).isEqualTo(below.not());
    assertThat(count.above(limit).truth()).isEqualTo(above);
  }
}

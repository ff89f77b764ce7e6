package org.liangpai.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liangpai.warninglist.Fraction;

/** The expected draws were computed by another program, as anybody may who wants to check one. */
class DrawingTest {

  private static final Fraction SHARE = new Fraction(3, 10);

  @Test
  void draws_whatAnotherProgramDraws() {
    Map<String, String> ten = keys(10, "W1 VERIFIED");

    assertThat(Drawing.draw("seed", SHARE, ten)).containsExactlyInAnyOrder("F3", "F7", "F8");
    assertThat(Drawing.draw("other", SHARE, ten)).containsExactlyInAnyOrder("F7", "F6", "F10");
  }

  @Test
  void draws_atLeastTheShareOfEachStratum() {
    assertThat(Drawing.draw("seed", SHARE, keys(10, "W1 VERIFIED"))).hasSize(3);
    assertThat(Drawing.draw("seed", SHARE, keys(11, "W1 VERIFIED"))).hasSize(4);
    assertThat(Drawing.draw("seed", SHARE, keys(1, "W1 VERIFIED"))).hasSize(1);
    Map<String, String> both = keys(10, "W1 VERIFIED");
    both.put("L1", "W1 CLEARED");
    assertThat(Drawing.draw("seed", SHARE, both)).hasSize(4).contains("L1");
  }

  @Test
  void units_checkOneAnotherInACircle() {
    assertThat(Drawing.checkers("seed", List.of("W1", "W2", "W3", "W4")))
        .isEqualTo(Map.of("W3", "W2", "W2", "W4", "W4", "W1", "W1", "W3"));
  }

  @Test
  void populationHash_isOfKeysAndStrataInTheirOrder() {
    DrawnKey first = new DrawnKey("F1", "W1 VERIFIED", true);
    DrawnKey second = new DrawnKey("L2", "W1 CLEARED", false);

    assertThat(Drawing.populationHash(List.of(first, second)))
        .isEqualTo("62f14a3ab8e088a07c9945fbd02bd7d6d3c19a40818a36c1347ea407f0ddd7ea")
        .isNotEqualTo(Drawing.populationHash(List.of(second, first)));
  }

  private static Map<String, String> keys(int number, String stratum) {
    Map<String, String> keys = new HashMap<>();
    IntStream.rangeClosed(1, number).forEach(i -> keys.put("F" + i, stratum));
    return keys;
  }
}

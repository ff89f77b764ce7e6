package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every case beside the rules comes out exactly as it says. */
class RuleCasesTest {

  static List<RuleCase> cases() {
    return RuleCases.ofItems();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void verdict_asTheCaseSays(RuleCase one) {
    Judging judging = Packaged.judgingOf(one.item());
    List<Explanation> explained = judging.explain(one.branch(), one.month(), one.ground());
    assertThat(explained).hasSize(1);
    one.then().verify(one, explained.get(0));
    assertThat(judging.judge(List.of(one.branch()), one.month(), one.ground()).get(0).hits())
        .as("the sweep finds the same")
        .hasSize(one.then().outcome() == Outcome.HIT ? 1 : 0);
  }
}

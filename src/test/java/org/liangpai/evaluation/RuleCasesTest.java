package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liangpai.evaluation.RuleListing.ListedRule;

/** Every case beside the rules comes out exactly as it says. */
class RuleCasesTest {

  private static final Map<String, Set<String>> GIVEN =
      RuleListing.of(RuleSources.packaged()).rules().stream()
          .collect(Collectors.toMap(ListedRule::code, ListedRule::given));

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
    assertThat(GIVEN.get(one.item()))
        .as("what the rule is known to give covers what it gave")
        .containsAll(explained.get(0).verdict().values().keySet());
    assertThat(judging.judge(List.of(one.branch()), one.month(), one.ground()).get(0).hits())
        .as("the sweep finds the same")
        .hasSize(one.then().outcome() == Outcome.HIT ? 1 : 0);
  }
}

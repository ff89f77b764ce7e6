package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Rules that do not fit the list are refused, each with a sentence that says what to mend. */
class RuleBookTest {

  @Test
  void compile_rulesThatFit() {
    assertThat(RuleText.book(RuleText.UNITS, RuleText.FILING).fingerprint()).hasSize(64);
  }

  @Test
  void compile_anItemWithoutRule() {
    refused("情形 ZZ-05 设立未备案 没有对应的规则", RuleText.UNITS);
  }

  @Test
  void compile_aRuleWithoutItem() {
    refused(
        "规则“ZZ-99 别的”在预警清单中没有对应的情形",
        RuleText.UNITS,
        RuleText.FILING,
        RuleText.UNITS.replace("ZZ-03 联合支部覆盖单位过多", "ZZ-99 别的"));
  }

  @Test
  void compile_twoRulesOfOneItem() {
    refused("与另一条规则的编码相同", RuleText.UNITS, RuleText.FILING, RuleText.FILING);
  }

  @Test
  void compile_aNameThatIsNotTheTitle() {
    refused(
        "的名称应为“ZZ-03 联合支部覆盖单位过多”",
        RuleText.UNITS.replace("ZZ-03 联合支部覆盖单位过多", "ZZ-03 联合支部"),
        RuleText.FILING);
  }

  @Test
  void compile_aThresholdThatTheListLacks() {
    refused(
        "读取的标准“mostBranches”在清单中没有；清单中有：[mostUnits]",
        RuleText.UNITS.replace("mostUnits", "mostBranches"),
        RuleText.FILING);
  }

  @Test
  void compile_aSentenceWithAValueThatTheRuleDoesNotGive() {
    refused(
        "情形 ZZ-03 的句子用了“{coveredUnits}”",
        RuleText.UNITS.replace("coveredUnits()", "committeeSize()"),
        RuleText.FILING);
  }

  @Test
  void compile_anAccumulateThatUsesTwoVariablesFromOutside() {
    String tally =
        "    accumulate( $meeting : MeetingAt() from $branch.meetings();\n"
            + "                $tally : tally( $meeting.actual().below($roster.committeeSize())\n"
            + "                    .and($meeting.actual().below($item.number(\"mostUnits\"))) ) )\n";
    String rule =
        RuleText.UNITS
            .replace("asks($item)", "asks($item), $roster : roster()")
            .replace("    $verdict :", tally + "    $verdict :")
            .replace(
                RuleText.UNITS_CONDITION, "$tally.any().and(" + RuleText.UNITS_CONDITION + ")");
    refused("的 accumulate 里只能用一个外面的变量，现有：[$item, $roster]", rule, RuleText.FILING);
    assertThat(
            RuleText.book(rule.replace("$roster.comm", "$meeting.roster().comm"), RuleText.FILING))
        .isNotNull();
  }

  @Test
  void compile_whatDroolsCannotRead() {
    refused("own.drl 第", RuleText.UNITS.replace("$branch.judge", "$branch.("), RuleText.FILING);
  }

  private static void refused(String message, String... rules) {
    assertThatThrownBy(() -> RuleText.book(rules))
        .isInstanceOf(RulesRefused.class)
        .hasMessageStartingWith("规则文件不能使用：")
        .hasMessageContaining(message);
  }
}

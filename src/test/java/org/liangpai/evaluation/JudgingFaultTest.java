package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liangpai.dictionary.Row;

/** A rule that throws for one branch costs that verdict and nothing else. */
class JudgingFaultTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 10);
  private static final Ground GROUND = new Ground(MONTH, month -> month.plusMonths(1).atDay(5));
  private static final List<BranchHistory> BRANCHES =
      Stream.of("B1", "B2", "B3").map(JudgingFaultTest::branch).toList();

  /** No condition at all for the second branch. */
  private static final String THROWING =
      RuleText.UNITS.replace(
          RuleText.UNITS_CONDITION,
          "$branch.branchCode() == \"B2\" ? null : " + RuleText.UNITS_CONDITION);

  @Test
  void judge_theRuleThrowsForOneBranch_isNamedAndTheRestIsJudged() {
    List<BranchJudgement> judged = judging(THROWING).judge(BRANCHES, MONTH, GROUND);
    assertThat(judged).extracting(BranchJudgement::branchCode).containsExactly("B1", "B2", "B3");
    assertThat(items(judged.get(0))).containsExactly("ZZ-03", "ZZ-05");
    assertThat(items(judged.get(1))).containsExactly("ZZ-05");
    assertThat(items(judged.get(2))).containsExactly("ZZ-03", "ZZ-05");
    assertThat(judged).flatExtracting(BranchJudgement::failures).hasSize(1);
    RuleFailure failure = judged.get(1).failures().get(0);
    assertThat(failure.branchCode()).isEqualTo("B2");
    assertThat(failure.item()).isEqualTo("ZZ-03");
    assertThat(failure.message()).startsWith("NullPointerException");
  }

  @Test
  void explain_theRuleThrows_isNotJudgedAndSaysSo() {
    List<Explanation> explained = judging(THROWING).explain(BRANCHES.get(1), MONTH, GROUND);
    assertThat(explained).hasSize(2);
    Verdict verdict = explained.get(0).verdict();
    assertThat(verdict.outcome()).isEqualTo(Outcome.NOT_JUDGED);
    assertThat(verdict.reasons().get(0)).startsWith("规则出错：NullPointerException");
    assertThat(explained.get(1).verdict().outcome()).isEqualTo(Outcome.HIT);
  }

  private static Judging judging(String units) {
    return new Judging(RuleText.LIST, RuleText.book(units, RuleText.FILING));
  }

  private static List<String> items(BranchJudgement judgement) {
    return judgement.hits().stream().map(hit -> hit.verdict().item().code()).toList();
  }

  private static BranchHistory branch(String code) {
    Row roster =
        HealthyBranch.roster(MONTH)
            .with("kind", "JOINT")
            .with("coveredUnits", 6)
            .with("filedOn", null);
    return new BranchHistory(
        code,
        List.of(new RosterVersion(1, LocalDate.of(2010, 1, 1), roster)),
        new TreeMap<>(),
        List.of(),
        Map.of());
  }
}

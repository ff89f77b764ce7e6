package org.liangpai.evaluation;

import java.util.List;

/**
 * The judgement of one branch in one month.
 *
 * @param hits in the order of their codes
 * @param notJudged the verdicts of the items that could not be judged
 * @param failures the rules that threw
 */
public record BranchJudgement(
    String branchCode, List<Hit> hits, List<Verdict> notJudged, List<RuleFailure> failures) {}

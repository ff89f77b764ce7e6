package org.liangpai.evaluation;

/**
 * A rule that threw for a branch; the rest of the branch was judged.
 *
 * @param item the code of the rule's item
 */
public record RuleFailure(String branchCode, String item, String message) {}

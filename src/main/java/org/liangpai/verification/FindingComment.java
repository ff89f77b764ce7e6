package org.liangpai.verification;

/**
 * What the committee says about a finding of its own duty before the unit above decides.
 *
 * @param at the day and minute
 */
public record FindingComment(String at, String actor, String text) {}

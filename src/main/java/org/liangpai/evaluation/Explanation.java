package org.liangpai.evaluation;

/**
 * What one item says of one branch in one month, and why.
 *
 * @param hit the hit with its run and level, or {@code null} if there is none
 */
public record Explanation(Verdict verdict, Hit hit) {}

package org.liangpai.supervision.balancing;

/**
 * Somebody who can take branches.
 *
 * @param most how many branches they take at most
 */
public record Person(String account, int most) {}

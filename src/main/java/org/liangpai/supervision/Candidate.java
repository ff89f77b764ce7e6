package org.liangpai.supervision;

/**
 * Somebody who could take branches.
 *
 * @param places where their posts are, as one text
 * @param branches how many branches they take today
 */
public record Candidate(String account, String name, String places, int branches) {}

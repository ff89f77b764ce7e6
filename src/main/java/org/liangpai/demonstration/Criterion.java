package org.liangpai.demonstration;

/**
 * One thing that is asked of a demonstration branch.
 *
 * @param name what is asked, in a few Chinese words
 * @param fact what was found, one Chinese phrase
 */
public record Criterion(String name, boolean met, String fact) {}

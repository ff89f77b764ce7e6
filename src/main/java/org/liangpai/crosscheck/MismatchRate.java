package org.liangpai.crosscheck;

/**
 * How often checks of a unit's decisions differed: two numbers, so that nobody reads a share of few
 * as much.
 *
 * @param drawn how many were drawn
 * @param answered how many of them are checked
 * @param differing how many of those differ
 */
public record MismatchRate(
    String unitCode, String unitName, int drawn, int answered, int differing) {}

package org.liangpai.branchclass;

/**
 * How many branches of a unit and all below it are of which class.
 *
 * @param up how many moved up, {@code down} how many down
 * @param without those that have no class yet
 */
public record ClassCounts(
    String unitCode, String unitName, int a, int b, int c, int up, int down, int without) {}

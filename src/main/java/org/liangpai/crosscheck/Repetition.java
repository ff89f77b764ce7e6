package org.liangpai.crosscheck;

import java.util.List;

/**
 * The draw made once more from what was frozen.
 *
 * @param same it came out the same in every respect
 * @param populationHash as computed now
 * @param samePopulation the frozen list is the one that was drawn from
 * @param sameKeys the same keys were drawn
 * @param sameCheckers the same units check
 * @param different the keys in which it differs
 * @param algorithm how it is done, for whoever wants to do it without the service
 */
public record Repetition(
    boolean same,
    String populationHash,
    boolean samePopulation,
    boolean sameKeys,
    boolean sameCheckers,
    List<String> different,
    String algorithm) {}

package org.liangpai.crosscheck;

/**
 * One of what was drawn from.
 *
 * @param key {@code F} and the id of a finding, or {@code L} and the id of a line of a card
 * @param stratum the committee that verified, and what it did; each stratum is drawn from by itself
 */
public record DrawnKey(String key, String stratum, boolean drawn) {}

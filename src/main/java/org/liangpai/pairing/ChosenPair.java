package org.liangpai.pairing;

/** Two branches that people put together, by their codes. */
public record ChosenPair(String weak, String strong) {}

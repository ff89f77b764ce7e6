package org.liangpai.pairing;

import java.util.Optional;

/**
 * Which pairings are wanted; what is absent does not narrow.
 *
 * @param unit one of whose branches, or below it, is on one of the sides
 * @param ended those that ended, instead of those in force
 */
public record PairingFilter(Optional<String> unit, Optional<String> branch, boolean ended) {}

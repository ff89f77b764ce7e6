package org.liangpai.demonstration;

import java.util.Optional;

/**
 * Which candidates are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 */
public record CandidateFilter(Optional<String> unit, Optional<String> domain) {}

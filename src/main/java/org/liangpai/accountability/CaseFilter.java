package org.liangpai.accountability;

import java.util.Optional;

/**
 * Which cases are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 */
public record CaseFilter(Optional<String> unit, Optional<CaseStatus> status) {}

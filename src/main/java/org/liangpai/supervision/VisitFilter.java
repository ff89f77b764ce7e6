package org.liangpai.supervision;

import java.util.Optional;

/**
 * Which visits are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 */
public record VisitFilter(
    Optional<String> branch, Optional<String> account, Optional<String> unit) {}

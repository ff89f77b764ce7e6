package org.liangpai.supervision;

import java.util.Optional;

/**
 * Which assignments are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 * @param inForce only those that hold today
 */
public record AssignmentFilter(
    Optional<AssignmentKind> kind,
    Optional<String> account,
    Optional<String> branch,
    Optional<String> unit,
    boolean inForce) {}

package org.liangpai.branchclass;

import java.util.Optional;

/**
 * Which classes are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it
 * @param moved only branches whose class changed
 */
public record ClassFilter(
    Quarter quarter, Optional<String> unit, Optional<BranchClass> branchClass, boolean moved) {}

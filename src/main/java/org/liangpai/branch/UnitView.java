package org.liangpai.branch;

import java.util.List;

/**
 * A party organisation (党组织) as readers see it.
 *
 * @param path codes from the root to this unit, itself included
 * @param pathNames the names to the codes of {@code path}
 * @param committeeCode the nearest base-level committee at or above it: the verifier; or null
 */
public record UnitView(
    String unitCode,
    String unitName,
    String level,
    String parentCode,
    List<String> path,
    List<String> pathNames,
    String committeeCode) {}

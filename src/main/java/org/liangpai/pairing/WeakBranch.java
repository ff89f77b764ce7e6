package org.liangpai.pairing;

import java.util.List;
import java.util.Set;

/**
 * A branch with an open orange or red card.
 *
 * @param path the codes from the root to its unit
 * @param card the number of its gravest open card
 * @param level the level of that card
 * @param dimensions the two letters of the dimensions of its open items
 */
record WeakBranch(
    String code,
    String name,
    String unitName,
    List<String> path,
    String domain,
    String card,
    String level,
    Set<String> dimensions) {}

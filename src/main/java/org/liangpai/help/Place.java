package org.liangpai.help;

import java.util.List;

/**
 * A branch or unit.
 *
 * @param path the codes from the root to the unit
 */
record Place(boolean branch, String code, String name, List<String> path) {}

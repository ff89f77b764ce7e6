package org.liangpai.pairing;

import java.util.List;
import java.util.Set;

/**
 * A branch without an open card that has filed every month and is in no pairing yet.
 *
 * @param path the codes from the root to its unit
 * @param slips the two letters of the dimensions in which something was confirmed of late
 */
record StrongBranch(
    String code,
    String name,
    String unitName,
    List<String> path,
    String domain,
    boolean demonstration,
    Set<String> slips) {}

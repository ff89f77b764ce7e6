package org.liangpai.branch;

/**
 * Which branches to list; null asks for all.
 *
 * @param unit the code of a unit: the branches at it and below it
 * @param domain the code of a domain
 * @param q a part of the code or the name
 */
public record BranchFilter(String unit, String domain, String q) {}

package org.liangpai.branchclass;

/**
 * What was derived.
 *
 * @param derived how many branches got a class now; those that had one keep it
 * @param waiting how many wait because something of the quarter is not verified
 */
public record Derived(String quarter, int derived, int waiting) {}

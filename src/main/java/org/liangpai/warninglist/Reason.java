package org.liangpai.warninglist;

/**
 * A reason that may be chosen.
 *
 * @param label the Chinese words
 */
public record Reason(String code, String label) {}

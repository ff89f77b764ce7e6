package org.liangpai.warninglist;

/**
 * What an item rests on.
 *
 * @param document the name of the document
 * @param article its article, or an empty text
 * @param note a remark in our own words, or an empty text
 */
public record Basis(String document, String article, String note) {}

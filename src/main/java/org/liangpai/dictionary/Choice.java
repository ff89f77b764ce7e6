package org.liangpai.dictionary;

/** One allowed value of a field: its code and the word that users read and write. */
public record Choice(String code, String label) {}

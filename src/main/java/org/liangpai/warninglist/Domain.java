package org.liangpai.warninglist;

/** A field of work (领域) to which branches belong. */
public record Domain(String code, String label) {}

package org.liangpai.catalogue;

/** A value as people read it: what it is called, and what it is. */
public record Told(String label, String text) {}

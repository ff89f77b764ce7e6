package org.liangpai.intake.merge;

/** How many rows of each table. */
public record RowCounts(long units, long branches, long records, long meetings) {}

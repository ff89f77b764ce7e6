package org.liangpai.intake.merge;

/** How many rows of each table. */
public record RowCounts(long units, long branches, long records, long meetings) {

  static final RowCounts NONE = new RowCounts(0, 0, 0, 0);

  RowCounts minus(RowCounts other) {
    return new RowCounts(
        units - other.units,
        branches - other.branches,
        records - other.records,
        meetings - other.meetings);
  }
}

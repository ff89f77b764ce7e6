package org.liangpai.intake.merge;

import java.util.List;

/**
 * What became of the rows of an upload.
 *
 * @param accepted new or changed rows; meetings count with their record
 * @param errors the first of them
 * @param errorCount all of them
 */
public record Merged(
    RowCounts accepted,
    RowCounts rejected,
    RowCounts unchanged,
    List<RowError> errors,
    long errorCount) {

  /** Whether rows were left out, be it only with others of their record. */
  public boolean hasRejected() {
    return rejected.units() + rejected.branches() + rejected.records() + rejected.meetings() > 0;
  }
}

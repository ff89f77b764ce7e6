package org.liangpai.intake.merge;

import java.util.List;

/**
 * What became of the rows of an upload.
 *
 * @param accepted new or changed rows; meetings count with their record
 * @param errors the first of them
 * @param errorCount all of them that were looked for
 * @param stopped whether there were so many errors that nothing was stored at all
 * @param removals what went, or would go, record by record
 * @param remarks what was stored but is hardly so, and what was kept
 * @param taken codes of branches that are in use where the filer may not see
 */
public record Merged(
    RowCounts accepted,
    RowCounts rejected,
    RowCounts unchanged,
    List<RowError> errors,
    long errorCount,
    boolean stopped,
    List<Removal> removals,
    List<String> remarks,
    List<String> taken) {

  /** Whether rows were left out, be it only with others of their record. */
  public boolean hasRejected() {
    return rejected.units() + rejected.branches() + rejected.records() + rejected.meetings() > 0;
  }
}

package org.liangpai.intake;

import java.util.List;
import org.liangpai.intake.merge.Merged;
import org.liangpai.intake.merge.RowCounts;
import org.liangpai.intake.merge.RowError;

/**
 * What became of an import, as the user reads it.
 *
 * @param id the number under which the import is kept
 * @param accepted new or changed rows by table; meetings count with their record
 * @param rejected rows that were left out
 * @param unchanged rows that say what is on file already
 * @param errors the first thousand errors
 * @param errorCount all errors
 * @param warnings what was passed over without harm
 * @param errorFile where to fetch the failed rows as a workbook, or null
 */
public record ImportReport(
    long id,
    RowCounts accepted,
    RowCounts rejected,
    RowCounts unchanged,
    List<RowError> errors,
    long errorCount,
    List<String> warnings,
    String errorFile) {

  static ImportReport of(long id, Merged merged, List<String> warnings) {
    return new ImportReport(
        id,
        merged.accepted(),
        merged.rejected(),
        merged.unchanged(),
        merged.errors(),
        merged.errorCount(),
        warnings,
        merged.hasRejected() ? "/api/imports/" + id + "/errors.xlsx" : null);
  }
}

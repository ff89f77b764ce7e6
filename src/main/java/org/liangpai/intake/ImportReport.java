package org.liangpai.intake;

import java.util.ArrayList;
import java.util.List;
import org.liangpai.intake.merge.Merge;
import org.liangpai.intake.merge.Merged;
import org.liangpai.intake.merge.Removal;
import org.liangpai.intake.merge.RowCounts;
import org.liangpai.intake.merge.RowError;

/**
 * What became of an import, as the user reads it.
 *
 * @param id the number under which the import is kept
 * @param accepted new or changed rows by table; meetings count with their record
 * @param rejected rows that were left out
 * @param unchanged rows that say what is on file already
 * @param stopped whether there were more errors than are looked for, so that nothing was stored
 * @param errors the first two thousand errors
 * @param errorCount all errors, as far as they were looked for
 * @param removals meetings on file that the upload does not bring again, record by record
 * @param warnings what was passed over without harm, and what is hardly so
 * @param errorFile where to fetch the failed rows as a workbook, or null
 */
public record ImportReport(
    long id,
    RowCounts accepted,
    RowCounts rejected,
    RowCounts unchanged,
    boolean stopped,
    List<RowError> errors,
    long errorCount,
    List<Removal> removals,
    List<String> warnings,
    String errorFile) {

  static ImportReport of(long id, Merged merged, List<String> warnings) {
    List<String> all = new ArrayList<>(warnings);
    if (merged.stopped()) {
      all.add(0, "错误超过%d处，已停止核对，没有保存任何内容。请先改正下面列出的错误，再导入整个文件".formatted(Merge.MOST_ERRORS));
    }
    all.addAll(merged.remarks());
    return new ImportReport(
        id,
        merged.accepted(),
        merged.rejected(),
        merged.unchanged(),
        merged.stopped(),
        merged.errors(),
        merged.errorCount(),
        merged.removals(),
        all,
        merged.hasRejected() && !merged.stopped() ? "/api/imports/" + id + "/errors.xlsx" : null);
  }

  /** Whether records wait for a decision on meetings that did not come again. */
  public boolean asksToRemove() {
    return removals.stream().anyMatch(one -> one.outcome() != Removal.Outcome.REMOVED);
  }

  /** With a sentence for programs that says how to remove, where there is something to decide. */
  public ImportReport tellingHowToRemove() {
    if (!asksToRemove()) {
      return this;
    }
    List<String> told = new ArrayList<>(warnings);
    told.add("有%d份纪实的会议活动没有带齐，原有的都还在；确实要删去，请加参数removals=accept再导入".formatted(removals.size()));
    return new ImportReport(
        id, accepted, rejected, unchanged, stopped, errors, errorCount, removals, told, errorFile);
  }
}

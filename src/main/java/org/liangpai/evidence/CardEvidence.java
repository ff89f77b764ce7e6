package org.liangpai.evidence;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;

/**
 * The evidence of a card.
 *
 * @param byLine by the id of the line
 * @param monthsOnFile by branch the months whose records may be linked to, the latest first
 * @param mayAdd whether the viewer may add to lines that are open
 */
public record CardEvidence(
    Map<Long, List<EvidenceView>> byLine,
    Map<String, List<YearMonth>> monthsOnFile,
    boolean mayAdd) {

  /** That of a line. */
  public List<EvidenceView> of(long line) {
    return byLine.getOrDefault(line, List.of());
  }

  /** The months of a branch whose records may be linked to. */
  public List<YearMonth> months(String branch) {
    return monthsOnFile.getOrDefault(branch, List.of());
  }
}

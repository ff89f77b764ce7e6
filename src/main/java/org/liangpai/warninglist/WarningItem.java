package org.liangpai.warninglist;

import java.time.YearMonth;
import java.util.List;

/**
 * A situation of the list (预警情形) that means a branch is slipping, with everything dated.
 *
 * @param star whether the Huainan source names it
 * @param description what it means, for the secretary of a branch
 * @param domains the codes of the domains to which it applies; empty if all
 * @param kinds the kinds of branches to which it applies
 * @param workingDays how many working days a branch has to rectify it
 * @param generally whether its basis says "generally" (一般)
 * @param sentence the template of the sentence of its findings
 */
public record WarningItem(
    String code,
    String title,
    Dimension dimension,
    boolean star,
    String description,
    ItemKind kind,
    Duty duty,
    List<String> domains,
    List<String> kinds,
    JudgedMonths months,
    List<Threshold> thresholds,
    List<DatedValue<LevelLadder>> levels,
    List<DatedValue<Integer>> workingDays,
    List<Basis> basis,
    Support support,
    boolean generally,
    Standing standing,
    Sentence sentence) {

  /** Whether it is active, on trial or retired. */
  public ItemStatus status() {
    return standing.status();
  }

  /** Whether it is judged in a month at all; its month condition is another matter. */
  public boolean isJudgedIn(YearMonth month) {
    return standing.covers(month);
  }

  /** In which months it is judged. */
  public Rhythm rhythm() {
    return months.rhythm();
  }

  /** The item with the values of a month. */
  public ItemInForce inForce(YearMonth month) {
    return new ItemInForce(this, month);
  }
}

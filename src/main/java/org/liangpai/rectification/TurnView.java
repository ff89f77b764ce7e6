package org.liangpai.rectification;

import java.time.LocalDate;
import org.liangpai.card.HolderKind;
import org.liangpai.card.LineStage;

/**
 * An open line of a card, and whose turn it is with it.
 *
 * @param branchName the branch that the line is about; the card may be the unit's
 * @param path the units above the holder
 */
public record TurnView(
    String number,
    long lineId,
    String item,
    String level,
    HolderKind holderKind,
    String holderName,
    String branchName,
    String path,
    LineStage stage,
    String stageLabel,
    LocalDate dueOn,
    boolean overdue,
    LocalDate suspendedUntil,
    int returns,
    int rejections,
    Turn turn) {

  /** What to pass as {@code after} to go on behind this one. */
  String key() {
    return dueOn + "_" + lineId;
  }
}

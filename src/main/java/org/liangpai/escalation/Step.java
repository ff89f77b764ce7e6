package org.liangpai.escalation;

import java.time.LocalDate;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Rung;

/**
 * A step that is to be taken, or was.
 *
 * @param subject the number of the card, or committee and month
 * @param card the card, or {@code null} for a verification
 * @param unit the committee
 * @param month of a verification, or {@code null}
 * @param before the level of the card before it, or {@code null}
 * @param after the level of the card after it, or {@code null}
 */
record Step(
    String subject,
    DueRung due,
    LadderCard card,
    String unit,
    LocalDate month,
    Level before,
    Level after) {

  Rung.Name rung() {
    return due.rung().name();
  }

  boolean raises() {
    return before != after;
  }

  /** What was done and why. That the level rises is said only where it does: red stays red. */
  String told() {
    return due.rung().label() + "：" + due.reason() + (raises() ? "等级上调一级。" : "");
  }

  /** What its notice and its place in the ledger are known by. */
  String key() {
    return subject + " " + rung();
  }
}

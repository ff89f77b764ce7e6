package org.liangpai.supervision;

import java.time.LocalDate;
import java.util.List;
import org.liangpai.shared.Invalid;

/**
 * That somebody is to take over all branches of somebody else, for good or for some days.
 *
 * @param fromOn the first day of the successor
 * @param toOn the last, after which the predecessor goes on, or {@code null} if it is for good
 */
public record HandOver(
    AssignmentKind kind,
    String predecessor,
    String successor,
    LocalDate fromOn,
    LocalDate toOn,
    String reason) {

  /**
   * What a hand-over passed on.
   *
   * @param assignments the new ones of the successor
   * @param continued those by which the predecessor goes on afterwards
   */
  public record Done(List<Long> assignments, List<Long> continued) {}

  /**
   * Checks what can be said without looking.
   *
   * @throws Invalid if something is missing, both are the same person, or the days are the wrong
   *     way round
   */
  public HandOver {
    if (kind == null) {
      throw new Invalid("kind", "请选择联系领导或督导员");
    }
    if (predecessor == null || predecessor.isBlank()) {
      throw new Invalid("from", "请选择由谁交出");
    }
    if (successor == null || successor.isBlank()) {
      throw new Invalid("to", "请选择由谁接手");
    }
    predecessor = predecessor.strip();
    successor = successor.strip();
    if (successor.equals(predecessor)) {
      throw new Invalid("to", "不能交给同一个人");
    }
    if (fromOn == null) {
      throw new Invalid("fromOn", "请填写从哪一天起接手");
    }
    if (toOn != null && toOn.isBefore(fromOn)) {
      throw new Invalid("toOn", "接手的最后一天不能早于第一天");
    }
    reason = Reasons.compulsory("reason", reason);
  }
}

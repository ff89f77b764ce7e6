package org.liangpai.pairing;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.liangpai.shared.Withdrawal;

/**
 * A pairing as it is shown to both sides.
 *
 * @param card the card for which the weak branch is helped; {@code null} for whoever does not see
 *     it
 * @param steps and {@code exchanges} are empty in lists
 * @param stepsDone how many steps of the plan are done, {@code stepsPlanned} of all
 */
public record PairingView(
    long id,
    SideView weak,
    SideView strong,
    String card,
    String explanation,
    String reason,
    LocalDate fromOn,
    String acceptedBy,
    LocalDate endedOn,
    String endReason,
    int stepsPlanned,
    int stepsDone,
    LocalDate nextDueOn,
    List<StepView> steps,
    List<ExchangeView> exchanges) {

  /**
   * One of the two branches.
   *
   * @param code {@code null} for whoever does not see the branch
   * @param secretary the post to turn to; nobody is named
   */
  public record SideView(String code, String name, String unitName, String secretary) {}

  /**
   * A step of the plan.
   *
   * @param own whether the viewer wrote it, and so may withdraw it while the pairing is in force
   * @param withdrawn that it no longer counts, or {@code null}
   */
  public record StepView(
      long id,
      String what,
      LocalDate dueOn,
      String writtenBy,
      boolean own,
      LocalDate doneOn,
      String doneBy,
      Withdrawal withdrawn) {}

  /**
   * A visit, or another exchange.
   *
   * @param own whether the viewer wrote it, and so may withdraw it while the pairing is in force
   * @param withdrawn that it no longer counts, or {@code null}
   */
  public record ExchangeView(
      long id,
      String kind,
      LocalDate heldOn,
      String what,
      OffsetDateTime writtenAt,
      String writtenBy,
      boolean own,
      Withdrawal withdrawn) {}

  /** Whether it is in force. */
  public boolean inForce() {
    return endedOn == null;
  }
}

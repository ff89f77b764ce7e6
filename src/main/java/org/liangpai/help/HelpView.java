package org.liangpai.help;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * A request as it is shown.
 *
 * @param card the number of its card, if the viewer sees that card
 * @param item the item of the line for which it is needed, if any
 * @param promisedOn by when the unit said that it will be done
 * @param answer what the unit said last
 * @param climbedTo the names of the units that were told because it is overdue
 * @param turn whose turn it is, one Chinese phrase; empty if it is over
 * @param events what happened, in order; empty in lists
 */
public record HelpView(
    long id,
    String askingName,
    String askedUnit,
    String askedName,
    HelpSubject subject,
    HelpUrgency urgency,
    String content,
    LocalDate askedOn,
    String askedBy,
    LocalDate dueOn,
    boolean overdue,
    String card,
    String item,
    HelpStatus status,
    LocalDate promisedOn,
    String answer,
    boolean sentBack,
    List<String> climbedTo,
    String turn,
    boolean mayAnswer,
    boolean mayConfirm,
    List<EventView> events) {

  /** An act on the request. */
  public record EventView(OffsetDateTime at, String actor, HelpAct act, String told) {}

  /** Whether the viewer has to do something now. */
  public boolean isViewersTurn() {
    return mayAnswer || mayConfirm && status == HelpStatus.DONE;
  }
}

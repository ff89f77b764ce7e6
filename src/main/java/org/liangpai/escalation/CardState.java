package org.liangpai.escalation;

import java.time.LocalDate;
import java.util.Set;
import org.liangpai.card.CardStatus;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Rung;

/**
 * A card as the ladder sees it.
 *
 * @param dueOn the earliest due day of what the holder has still to do; {@code null} if all that
 *     stands waits for acceptance
 * @param toDo how many items the holder has still to do
 * @param reportedOn since when all that stands waits for acceptance
 * @param suspendedUntil the last day of a suspension, also of one that is over, or {@code null}
 * @param clockStoppedOn since when an objection is open, or {@code null}
 * @param taken the rungs that were taken
 */
record CardState(
    CardStatus status,
    Level level,
    LocalDate dueOn,
    int toDo,
    LocalDate reportedOn,
    LocalDate suspendedUntil,
    LocalDate clockStoppedOn,
    Set<Rung.Name> taken) {

  boolean isSuspended(LocalDate today) {
    return suspendedUntil != null && !today.isAfter(suspendedUntil);
  }

  /** Days on which the card was set aside do not count against the holder. */
  LocalDate anchor() {
    return suspendedUntil != null && suspendedUntil.isAfter(dueOn) ? suspendedUntil : dueOn;
  }
}

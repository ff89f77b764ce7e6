package org.liangpai.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.liangpai.card.CardStatus;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Rung;

/**
 * A card as the ladder sees it.
 *
 * @param toDo the terms of what the holder has still to do; none if all that stands waits for
 *     acceptance
 * @param reportedOn since when all that stands waits for acceptance
 * @param suspendedUntil the last day of a suspension, also of one that is over, or {@code null}
 * @param clockStoppedOn since when an objection is open, or {@code null}
 * @param taken the rungs that were taken
 */
record CardState(
    CardStatus status,
    Level level,
    List<Term> toDo,
    LocalDate reportedOn,
    LocalDate suspendedUntil,
    LocalDate clockStoppedOn,
    Set<Rung.Name> taken) {

  boolean isSuspended(LocalDate today) {
    return suspendedUntil != null && !today.isAfter(suspendedUntil);
  }
}

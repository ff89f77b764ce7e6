package org.liangpai.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.liangpai.card.CardStatus;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Rung;

/**
 * A card as the ladder sees it.
 *
 * @param toDo the terms of what the holder has still to do; none if all that stands waits for
 *     acceptance
 * @param reportedOn the day of the latest report
 * @param reported whether anything waits for the verifier
 * @param acceptedOn since when items wait for the second check; {@code null} if none does
 * @param suspendedUntil the last day of a suspension, also of one that is over, or {@code null}
 * @param clockStoppedOn since when an objection is open, or {@code null}
 * @param taken the rungs that were taken, each with its day
 */
record CardState(
    CardStatus status,
    Level level,
    List<Term> toDo,
    LocalDate reportedOn,
    boolean reported,
    LocalDate acceptedOn,
    LocalDate suspendedUntil,
    LocalDate clockStoppedOn,
    Map<Rung.Name, LocalDate> taken) {

  boolean isSuspended(LocalDate today) {
    return suspendedUntil != null && !today.isAfter(suspendedUntil);
  }
}

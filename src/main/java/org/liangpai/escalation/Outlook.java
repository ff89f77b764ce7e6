package org.liangpai.escalation;

import java.time.LocalDate;
import org.liangpai.warninglist.Rung;

/**
 * What comes next, or why nothing does. It says nothing of today, so that it changes only when
 * something changes.
 *
 * @param next the next rung, or {@code null}
 * @param on the day from which it is due, or {@code null}
 * @param reason one Chinese sentence
 */
record Outlook(LadderState state, Rung.Name next, LocalDate on, String reason) {

  static Outlook silent(LadderState state, String reason) {
    return new Outlook(state, null, null, reason);
  }
}

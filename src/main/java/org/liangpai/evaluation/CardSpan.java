package org.liangpai.evaluation;

import java.time.LocalDate;
import org.liangpai.warninglist.Level;

/**
 * A stretch of time in which a card of the branch was open at one level.
 *
 * @param issuedOn when the card was issued, at whatever level
 * @param from the first day of the stretch
 * @param until the first day after it, or {@code null} while it lasts
 */
public record CardSpan(LocalDate issuedOn, Level level, LocalDate from, LocalDate until) {

  boolean covers(LocalDate day) {
    return !from.isAfter(day) && (until == null || until.isAfter(day));
  }
}

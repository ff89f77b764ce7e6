package org.liangpai.escalation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Until when an item is to be done.
 *
 * @param waits when it waited for somebody else than its holder, the earliest first
 */
record Term(LocalDate dueOn, List<Wait> waits) {

  /**
   * Days on which it was the verifier's turn: a report that was rejected in the end, or a request
   * for an extension that was made in time.
   *
   * @param until the day of the answer, or {@code null} while there is none
   */
  record Wait(LocalDate from, LocalDate until) {

    boolean isOpen() {
      return until == null;
    }
  }

  /** The request for an extension that nobody has decided on. */
  Optional<Wait> open() {
    return waits.stream().filter(Wait::isOpen).findFirst();
  }
}

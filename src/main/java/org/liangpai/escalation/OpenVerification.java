package org.liangpai.escalation;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A verifying unit, mostly a committee, and a month of which something is not verified, or was not
 * when the ladder last looked.
 *
 * @param parent the unit above, or {@code null}
 * @param known what was said before, or {@code null}
 */
record OpenVerification(
    String committee,
    String name,
    String parent,
    LocalDate month,
    VerificationState state,
    Outlook known) {

  /** What its steps are known by. */
  String subject() {
    return committee + " " + YearMonth.from(month);
  }
}

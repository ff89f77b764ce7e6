package org.liangpai.escalation;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * A committee and a month of which something is not verified in time.
 *
 * @param parent the unit above, or {@code null}
 */
record LateVerification(
    String committee, String name, String parent, LocalDate month, VerificationState state) {

  /** What its steps are known by. */
  String subject() {
    return committee + " " + YearMonth.from(month);
  }
}

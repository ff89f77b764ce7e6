package org.liangpai.escalation;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * What the ladder says of what a committee has still to verify of a month.
 *
 * @param nextRung the next rung, or {@code null}
 * @param nextOn from which day it is due, or {@code null}
 * @param reason why it is not yet due, or why nothing is
 */
public record VerificationLadder(
    String unitCode,
    String unitName,
    String month,
    String state,
    String stateLabel,
    String nextRung,
    String nextRungLabel,
    LocalDate nextOn,
    String reason,
    OffsetDateTime decidedAt) {}

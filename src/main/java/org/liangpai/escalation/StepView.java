package org.liangpai.escalation;

import java.time.LocalDate;
import java.time.OffsetDateTime;

/**
 * A step that was taken, with its reason.
 *
 * @param card the number of the card, or {@code null} for a verification
 * @param unitName the committee: of the branch, or that verifies
 * @param month the month of a verification, or {@code null}
 * @param anchorOn the day around which the rung was counted
 * @param dueOn the day on which it fell due
 * @param levelBefore the level of the card before it, or {@code null}
 */
public record StepView(
    long id,
    String rung,
    String rungLabel,
    String card,
    String holderName,
    String unitCode,
    String unitName,
    String month,
    LocalDate anchorOn,
    LocalDate dueOn,
    LocalDate takenOn,
    OffsetDateTime takenAt,
    String reason,
    String levelBefore,
    String levelAfter) {}

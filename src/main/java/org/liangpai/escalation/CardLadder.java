package org.liangpai.escalation;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * What the ladder says of one card.
 *
 * @param state {@code null} while the ladder has not yet looked
 * @param nextRung the next rung, or {@code null}
 * @param nextOn from which day it is due, or {@code null}
 * @param reason why it is not yet due, or why nothing is
 * @param decidedAt since when the ladder says so, or {@code null} if that is not for the viewer
 * @param steps those that were taken, the oldest first
 */
public record CardLadder(
    String card,
    String state,
    String stateLabel,
    String nextRung,
    String nextRungLabel,
    LocalDate nextOn,
    String reason,
    OffsetDateTime decidedAt,
    List<StepView> steps) {}

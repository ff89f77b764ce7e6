package org.liangpai.warninglist;

/**
 * What the levels above may grant, but for extensions, which belong to the ladder.
 *
 * @param objectionWorkingDays within how many working days of its issue a card may be objected to
 * @param suspensionMonths for how many months a card may be suspended at most
 * @param suspensionNoticeWorkingDays how many working days before its end a suspension is told of
 */
public record ConcessionLimits(
    int objectionWorkingDays, int suspensionMonths, int suspensionNoticeWorkingDays) {}

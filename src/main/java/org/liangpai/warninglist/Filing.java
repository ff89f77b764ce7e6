package org.liangpai.warninglist;

/**
 * When records are filed and findings verified.
 *
 * @param dayOfNextMonth the day of the next month by which a record is filed, before it is moved
 *     off a rest day
 * @param verificationWorkingDays how many working days after the sweep a verification is due
 */
public record Filing(int dayOfNextMonth, int verificationWorkingDays) {}

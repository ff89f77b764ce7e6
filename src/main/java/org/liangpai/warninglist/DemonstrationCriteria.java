package org.liangpai.warninglist;

/**
 * What makes a branch a candidate for a demonstration branch (示范党支部).
 *
 * @param cleanMonths for how many months nothing was confirmed and no card stood
 * @param verified whether all of these months have to be swept and decided
 * @param filedOnTime whether the records of these months have to be filed in time
 * @param leastMonthsOnFile of how many months there are records at least
 */
public record DemonstrationCriteria(
    int cleanMonths, boolean verified, boolean filedOnTime, int leastMonthsOnFile) {}

package org.liangpai.calendar;

import java.time.LocalDate;

/**
 * A day reached by counting working days.
 *
 * @param provisional counting went through a year whose holidays are not published yet
 * @param from the day from which was counted, itself not counted
 * @param workingDays how many were counted; negative ones go back
 */
public record DueDay(LocalDate day, boolean provisional, LocalDate from, int workingDays) {}

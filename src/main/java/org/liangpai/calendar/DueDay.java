package org.liangpai.calendar;

import java.time.LocalDate;

/**
 * A day reached by counting working days, or chosen.
 *
 * @param provisional counting went through a year whose holidays are not published yet
 * @param from the day from which was counted, itself not counted
 * @param workingDays how many were counted; negative ones go back
 */
public record DueDay(LocalDate day, boolean provisional, LocalDate from, int workingDays) {

  /** A day that somebody chose: no calendar moves it. */
  public static DueDay chosen(LocalDate day) {
    return new DueDay(day, false, day, 0);
  }
}

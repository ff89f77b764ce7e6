package org.liangpai.calendar;

import java.time.LocalDate;
import java.util.Optional;

/**
 * A due day as it was counted, by the calendar of its time.
 *
 * @param from the day from which was counted, itself not counted
 * @param workingDays how many were counted
 * @param provisional the calendar did not know all of them yet
 */
public record CountedDay(LocalDate from, int workingDays, LocalDate day, boolean provisional) {

  /**
   * What the calendar of today makes of it, if that is another day or a firmer one. A day that has
   * passed stays, nothing becomes overdue because the calendar changed, and a day that somebody
   * chose is no calendar's.
   */
  public Optional<DueDay> recounted(WorkingCalendar calendar, LocalDate today) {
    DueDay now = calendar.plusWorkingDays(from, workingDays);
    boolean differs = !now.day().equals(day) || now.provisional() != provisional;
    return workingDays != 0 && differs && !day.isBefore(today) && !now.day().isBefore(today)
        ? Optional.of(now)
        : Optional.empty();
  }
}

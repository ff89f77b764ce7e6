package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.time.YearMonth;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.catalogue.Catalogue;

/**
 * The days by which the records of the months are to be filed: as the list said then, on a working
 * day.
 */
@ApplicationScoped
public class FilingDays {

  private final Catalogue catalogue;
  private final WorkingCalendar calendar;

  FilingDays(Catalogue catalogue, WorkingCalendar calendar) {
    this.catalogue = catalogue;
    this.calendar = calendar;
  }

  /** The filing day of a month; it lies in the next one. */
  public LocalDate of(YearMonth month) {
    return calendar.filingDay(month, catalogue.list().filing(month).dayOfNextMonth());
  }
}

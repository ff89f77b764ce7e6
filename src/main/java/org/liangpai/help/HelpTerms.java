package org.liangpai.help;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.shared.Invalid;
import org.liangpai.warninglist.HelpDays;

/** By when a unit is to have done what it is asked for. */
@ApplicationScoped
class HelpTerms {

  private static final int MOST_MONTHS = 12;

  private final Catalogue catalogue;
  private final WorkingCalendar calendar;
  private final Clock clock;

  HelpTerms(Catalogue catalogue, WorkingCalendar calendar, Clock clock) {
    this.catalogue = catalogue;
    this.calendar = calendar;
    this.clock = clock;
  }

  /** The due day that the list gives to whatever is asked for today. */
  LocalDate due(HelpUrgency urgency) {
    HelpDays days = catalogue.list().help();
    int after =
        switch (urgency) {
          case NORMAL -> days.normal();
          case URGENT -> days.urgent();
          case HARD -> days.hard();
        };
    return calendar.plusWorkingDays(LocalDate.now(clock), after).day();
  }

  /**
   * A day that somebody chose.
   *
   * @throws Invalid if it is over, or too far away to be meant
   */
  LocalDate chosen(String field, LocalDate day) {
    LocalDate today = LocalDate.now(clock);
    if (day.isBefore(today) || day.isAfter(today.plusMonths(MOST_MONTHS))) {
      throw new Invalid(field, "日期应在今天到" + today.plusMonths(MOST_MONTHS) + "之间");
    }
    return day;
  }
}

package org.liangpai.calendar;

import com.tyme.holiday.LegalHoliday;
import com.tyme.solar.SolarDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The holidays and make-up days that the State Council published, as far as the library knows. */
public final class StateCouncilDays {

  private StateCouncilDays() {}

  /** Reads all of them; before the first one only weekends rest. */
  public static DayBook read() {
    List<SpecialDay> days = new ArrayList<>();
    LegalHoliday holiday = LegalHoliday.fromYmd(2001, 12, 29);
    while (holiday != null) {
      days.add(special(holiday));
      holiday = holiday.next(1);
    }
    return DayBook.published(days.get(days.size() - 1).day().getYear(), days);
  }

  private static SpecialDay special(LegalHoliday holiday) {
    SolarDay day = holiday.getDay();
    return new SpecialDay(
        LocalDate.of(day.getYear(), day.getMonth(), day.getDay()),
        holiday.isWork(),
        holiday.getName());
  }
}

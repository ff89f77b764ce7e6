package org.liangpai.sample;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import org.liangpai.calendar.WorkingCalendar;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.sweep.Occasion;
import org.liangpai.sweep.ReadingSweeps;
import org.liangpai.sweep.StartingSweeps;
import org.liangpai.sweep.Sweep;
import org.liangpai.sweep.SweepStatus;

/** Sweeps the month before on the working day after its filing day. */
@ApplicationScoped
class SweepingPart implements HistoryPart {

  private static final long LOOK_AGAIN_MILLIS = 50;

  private final StartingSweeps starting;
  private final ReadingSweeps reading;
  private final Catalogue catalogue;
  private final WorkingCalendar calendar;

  SweepingPart(
      StartingSweeps starting,
      ReadingSweeps reading,
      Catalogue catalogue,
      WorkingCalendar calendar) {
    this.starting = starting;
    this.reading = reading;
    this.catalogue = catalogue;
    this.calendar = calendar;
  }

  @Override
  public int hour() {
    return 7;
  }

  @Override
  public void act(HistoryDay day) {
    YearMonth month = YearMonth.from(day.day()).minusMonths(1);
    int filing = catalogue.list().filing(month).dayOfNextMonth();
    boolean isTheDay =
        calendar.plusWorkingDays(calendar.filingDay(month, filing), 1).day().equals(day.day());
    if (day.has(month) && isTheDay) {
      awaitEnd(starting.start(month, Occasion.REQUESTED, "示例"));
    }
  }

  private void awaitEnd(Sweep started) {
    while (reading.get(started.id()).status() == SweepStatus.RUNNING) {
      try {
        Thread.sleep(LOOK_AGAIN_MILLIS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(stopped);
      }
    }
  }
}

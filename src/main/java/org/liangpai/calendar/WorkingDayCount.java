package org.liangpai.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/**
 * Counts working days from a fixed origin, so that any two days are compared in a few steps: five a
 * week, corrected by the special days that break this rule.
 */
final class WorkingDayCount {

  /** 1969-12-29, a Monday, is day 0 of the count. */
  private static final int MONDAY_BEFORE_EPOCH = 3;

  private final long[] exceptions;
  private final int[] corrections;

  WorkingDayCount(Collection<SpecialDay> days) {
    List<SpecialDay> breaking =
        days.stream()
            .filter(day -> day.working() == isWeekend(day.day()))
            .sorted((a, b) -> a.day().compareTo(b.day()))
            .toList();
    exceptions = breaking.stream().mapToLong(day -> day.day().toEpochDay()).toArray();
    corrections = new int[exceptions.length + 1];
    for (int i = 0; i < exceptions.length; i++) {
      corrections[i + 1] = corrections[i] + (breaking.get(i).working() ? 1 : -1);
    }
  }

  static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  /** How many working days there are up to and including this day. */
  long upTo(long epochDay) {
    int found = Arrays.binarySearch(exceptions, epochDay);
    return weekdaysUpTo(epochDay) + corrections[found >= 0 ? found + 1 : -found - 1];
  }

  private static long weekdaysUpTo(long epochDay) {
    long day = epochDay + MONDAY_BEFORE_EPOCH;
    return Math.floorDiv(day, 7L) * 5 + Math.min(Math.floorMod(day, 7L) + 1, 5);
  }

  /** The first day up to which there are so many working days; it is a working day itself. */
  long dayOf(long count, long near) {
    long step = 16;
    long low = near;
    while (upTo(low) >= count) {
      low -= step;
      step *= 2;
    }
    step = 16;
    long high = near;
    while (upTo(high) < count) {
      high += step;
      step *= 2;
    }
    // From here on: fewer up to low, enough up to high.
    while (high - low > 1) {
      long middle = Math.floorDiv(low + high, 2L);
      if (upTo(middle) < count) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }
}

package org.liangpai.calendar;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells working days from rest days and counts them. */
public final class WorkingCalendar {

  private final DayBook book;
  private final WorkingDayCount count;

  public WorkingCalendar(DayBook book) {
    this.book = book;
    this.count = new WorkingDayCount(book.days().values());
  }

  /** Whether one works on this day, make-up days included. */
  public boolean isWorkingDay(LocalDate day) {
    return book.on(day).map(SpecialDay::working).orElse(!WorkingDayCount.isWeekend(day));
  }

  /** Whether the holidays of the day's year are published; otherwise only weekends are known. */
  public boolean isKnown(LocalDate day) {
    return book.covers(day.getYear());
  }

  /**
   * The n-th working day after {@code from}, or before it if {@code n} is negative; {@code from}
   * itself is never counted, and is the answer for 0.
   */
  public DueDay plusWorkingDays(LocalDate from, int n) {
    LocalDate day = n == 0 ? from : LocalDate.ofEpochDay(counted(from.toEpochDay(), n));
    return new DueDay(day, !isKnownBetween(from, day), from, n);
  }

  private long counted(long from, int n) {
    return n > 0
        ? count.dayOf(count.upTo(from) + n, from)
        : count.dayOf(count.upTo(from - 1) + n + 1, from);
  }

  private boolean isKnownBetween(LocalDate from, LocalDate day) {
    LocalDate first = from.isBefore(day) ? from.plusDays(1) : day;
    LocalDate last = day.isBefore(from) ? from.minusDays(1) : day;
    for (int year = first.getYear(); year <= last.getYear(); year++) {
      if (!book.covers(year)) {
        return false;
      }
    }
    return true;
  }

  /** The day itself if one works on it, otherwise the next working day. */
  public LocalDate workingDayOnOrAfter(LocalDate day) {
    return isWorkingDay(day) ? day : plusWorkingDays(day, 1).day();
  }

  /**
   * The working days after {@code from} up to and including {@code to}; if {@code to} is the
   * earlier one, the negative number of those before {@code from}, so that it undoes {@link
   * #plusWorkingDays}.
   */
  public int workingDaysBetween(LocalDate from, LocalDate to) {
    return Math.toIntExact(
        to.isBefore(from)
            ? count.upTo(to.toEpochDay() - 1) - count.upTo(from.toEpochDay() - 1)
            : count.upTo(to.toEpochDay()) - count.upTo(from.toEpochDay()));
  }

  /** The rest days that counting from one day to another left out, in order of time. */
  public List<SkippedDay> skipped(LocalDate from, LocalDate to) {
    LocalDate first = to.isBefore(from) ? to : from.plusDays(1);
    LocalDate end = to.isBefore(from) ? from : to.plusDays(1);
    return first
        .datesUntil(end.isBefore(first) ? first : end)
        .filter(day -> !isWorkingDay(day))
        .map(day -> new SkippedDay(day, reason(day)))
        .toList();
  }

  /** The rest days that a due day explains itself by. */
  public List<SkippedDay> skipped(DueDay due) {
    return skipped(due.from(), due.day());
  }

  private String reason(LocalDate day) {
    Optional<SpecialDay> special = book.on(day);
    if (special.isEmpty()) {
      return "周" + day.getDayOfWeek().getDisplayName(TextStyle.NARROW, Locale.CHINA);
    }
    String name = special.get().name();
    return name.contains("假") ? name : name + "假期";
  }

  /** The day by which the record of a month is filed: that day of the next month, or after it. */
  public LocalDate filingDay(YearMonth month, int dayOfMonth) {
    return workingDayOnOrAfter(month.plusMonths(1).atDay(dayOfMonth));
  }
}

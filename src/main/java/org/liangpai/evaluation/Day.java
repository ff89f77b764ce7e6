package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.function.UnaryOperator;

/**
 * A day that was read: filled, blank, or unknown. A blank day with a meaning is asked {@link
 * #isBlank()}; a comparison with a blank day is unknown.
 */
public final class Day {

  private final LocalDate date;
  private final boolean known;
  private final Readings readings;

  private Day(LocalDate date, boolean known, Readings readings) {
    this.date = date;
    this.known = known;
    this.readings = readings;
  }

  static Day of(String name, LocalDate date) {
    return new Day(date, true, Readings.of(name, date));
  }

  /** A day that goes without saying, such as the last of the month. */
  static Day plain(LocalDate date) {
    return new Day(date, true, Readings.NONE);
  }

  /** A blank day; the gap is told where a comparison needed it. */
  static Day blank(String name, String gap) {
    return new Day(null, true, Readings.of(name, null).and(Readings.gap(gap)));
  }

  static Day unknown(String gap) {
    return new Day(null, false, Readings.gap(gap));
  }

  public Condition isBlank() {
    return known
        ? Condition.of(date == null, readings.withoutGaps())
        : Condition.of(Truth.UNKNOWN, readings);
  }

  public Condition isFilled() {
    return isBlank().not();
  }

  public Condition before(Day other) {
    return compared(other, date != null && other.date != null && date.isBefore(other.date));
  }

  public Condition after(Day other) {
    return other.before(this);
  }

  /** On that day or later. */
  public Condition onOrAfter(LocalDate day) {
    return date == null
        ? Condition.of(Truth.UNKNOWN, readings)
        : Condition.of(!date.isBefore(day), readings);
  }

  public Condition onOrAfter(Day other) {
    return before(other).not();
  }

  public Condition onOrBefore(Day other) {
    return other.before(this).not();
  }

  /** Whole days from this day to the other; negative if the other is earlier. */
  public Figure daysUntil(Day other) {
    return between(other, ChronoUnit.DAYS);
  }

  /** Whole months from this day to the other. */
  public Figure monthsUntil(Day other) {
    return between(other, ChronoUnit.MONTHS);
  }

  public Day plusYears(int years) {
    return moved(day -> day.plusYears(years));
  }

  public Day minusMonths(int months) {
    return moved(day -> day.minusMonths(months));
  }

  /** The later of both; this one if the other is blank. */
  public Day orLater(Day other) {
    boolean otherWins = date != null && other.date != null && other.date.isAfter(date);
    return new Day(
        otherWins ? other.date : date, known, readings.and(other.readings.withoutGaps()));
  }

  private Figure between(Day other, ChronoUnit unit) {
    Readings both = readings.and(other.readings);
    return date == null || other.date == null
        ? Figure.unknown(both)
        : Figure.computed(BigDecimal.valueOf(unit.between(date, other.date)), both);
  }

  private Condition compared(Day other, boolean holds) {
    Readings both = readings.and(other.readings);
    return date == null || other.date == null
        ? Condition.of(Truth.UNKNOWN, both)
        : Condition.of(holds, both);
  }

  private Day moved(UnaryOperator<LocalDate> move) {
    return date == null ? this : new Day(move.apply(date), known, readings);
  }

  /** The same day under a name of its own, kept beside the readings it was computed from. */
  public Day named(String name) {
    return date == null ? this : new Day(date, known, readings.with(name, date));
  }

  LocalDate date() {
    return date;
  }
}

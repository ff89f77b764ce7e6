package org.liangpai.calendar;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All special days, and for which years they are published. Years up to {@code lastYear} are
 * published, and so are the {@code laterYears}.
 */
public record DayBook(Map<LocalDate, SpecialDay> days, int lastYear, Set<Integer> laterYears) {

  public DayBook {
    days = Map.copyOf(days);
    laterYears = Set.copyOf(laterYears);
  }

  /** The days as published up to and including a year. */
  public static DayBook published(int lastYear, Collection<SpecialDay> days) {
    return new DayBook(Map.of(), lastYear, Set.of()).with(days);
  }

  /** The book with days put in or replaced; a year counts as published where that is said. */
  public DayBook overriddenBy(Overrides overrides) {
    Set<Integer> years = new HashSet<>(laterYears);
    years.addAll(overrides.completeYears());
    return new DayBook(days, lastYear, years).with(overrides.days());
  }

  private DayBook with(Collection<SpecialDay> added) {
    Map<LocalDate, SpecialDay> all = new HashMap<>(days);
    added.forEach(day -> all.put(day.day(), day));
    return new DayBook(all, lastYear, laterYears);
  }

  Optional<SpecialDay> on(LocalDate day) {
    return Optional.ofNullable(days.get(day));
  }

  boolean covers(int year) {
    return year <= lastYear || laterYears.contains(year);
  }
}

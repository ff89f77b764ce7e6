package org.liangpai.calendar;

import java.util.List;
import java.util.Set;

/**
 * What a city's own file says.
 *
 * @param days that differ from what was published
 * @param completeYears of which the file has all days; one day of a year says nothing of the others
 */
public record Overrides(List<SpecialDay> days, Set<Integer> completeYears) {

  public Overrides {
    days = List.copyOf(days);
    completeYears = Set.copyOf(completeYears);
  }
}

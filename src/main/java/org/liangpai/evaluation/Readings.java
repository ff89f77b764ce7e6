package org.liangpai.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a condition looked at: the values by name, and the gaps, each a Chinese phrase for something
 * that is missing.
 *
 * @param values by field name or derived name, in the order in which they were read; a blank is
 *     {@code null}
 */
record Readings(Map<String, Object> values, List<String> gaps) {

  static final Readings NONE = new Readings(Map.of(), List.of());

  static Readings of(String name, Object value) {
    return new Readings(Collections.singletonMap(name, value), List.of());
  }

  static Readings gap(String gap) {
    return new Readings(Map.of(), List.of(gap));
  }

  Readings with(String name, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(values);
    more.put(name, value);
    return new Readings(more, gaps);
  }

  Readings and(Readings other) {
    if (other == NONE || other == this) {
      return this;
    }
    if (this == NONE) {
      return other;
    }
    Map<String, Object> all = new LinkedHashMap<>(values);
    all.putAll(other.values);
    return new Readings(all, joined(gaps, other.gaps));
  }

  Readings withoutGaps() {
    return gaps.isEmpty() ? this : new Readings(values, List.of());
  }

  private static List<String> joined(List<String> some, List<String> more) {
    if (more.isEmpty()) {
      return some;
    }
    if (some.isEmpty()) {
      return more;
    }
    Set<String> all = new LinkedHashSet<>(some);
    all.addAll(more);
    return new ArrayList<>(all);
  }
}

package org.liangpai.branch;

import java.util.List;
import java.util.function.Function;

/**
 * Some items of a list in the order of their keys.
 *
 * @param next the key to ask for the items after these, or null if there are none
 */
public record Page<T>(List<T> items, String next) {

  /** A page of the first items of a list that was read one item further than it may be long. */
  static <T> Page<T> of(List<T> items, int limit, Function<T, String> key) {
    if (items.size() <= limit) {
      return new Page<>(items, null);
    }
    List<T> page = items.subList(0, limit);
    return new Page<>(List.copyOf(page), key.apply(page.get(limit - 1)));
  }
}

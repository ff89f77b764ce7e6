package org.liangpai.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next what to pass as {@code after} for the next page, or {@code null} at the end
 */
public record Page<T>(List<T> items, String next) {

  /** The page of a list of at most {@code limit} items; a full one may have a next. */
  public static <T> Page<T> of(List<T> items, int limit, Function<T, ?> key) {
    String next =
        items.size() < limit ? null : String.valueOf(key.apply(items.get(items.size() - 1)));
    return new Page<>(items, next);
  }
}

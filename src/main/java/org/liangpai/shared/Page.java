package org.liangpai.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a list.
 *
 * @param next what to pass as {@code after} for the next page, or {@code null} at the end
 */
public record Page<T>(List<T> items, String next) {

  /** How many items to read for a page: one more than it shows tells whether there is a next. */
  public static int read(int limit) {
    return limit + 1;
  }

  /**
   * The page of what was read.
   *
   * @param read at most {@link #read} items
   */
  public static <T> Page<T> of(List<T> read, int limit, Function<? super T, ?> key) {
    if (read.size() <= limit) {
      return new Page<>(List.copyOf(read), null);
    }
    return new Page<>(
        List.copyOf(read.subList(0, limit)), String.valueOf(key.apply(read.get(limit - 1))));
  }

  /** The same page, each item shown otherwise. */
  public <R> Page<R> map(Function<? super T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }
}

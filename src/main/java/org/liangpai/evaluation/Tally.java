package org.liangpai.evaluation;

/**
 * How many of some things meet a condition: for certain, and at most if the blanks were filled. The
 * readings are those of the first that meets it.
 */
public final class Tally {

  static final Tally EMPTY = new Tally(0, 0, Readings.NONE, Readings.NONE);

  private static final int UNLIMITED = Integer.MAX_VALUE;

  private final int certain;
  private final int possible;
  private final Readings first;
  private final Readings unknown;

  private Tally(int certain, int possible, Readings first, Readings unknown) {
    this.certain = certain;
    this.possible = possible;
    this.first = first;
    this.unknown = unknown;
  }

  Tally plus(Condition condition) {
    int more = condition.isOfUnknownMany() || possible == UNLIMITED ? UNLIMITED : possible + 1;
    return switch (condition.truth()) {
      case TRUE ->
          new Tally(certain + 1, more, certain == 0 ? condition.readings() : first, unknown);
      case UNKNOWN -> new Tally(certain, more, first, unknown.and(condition.readings()));
      case FALSE -> this;
    };
  }

  /** There is one. */
  public Condition any() {
    return atLeast(1);
  }

  /** There are so many. */
  public Condition atLeast(int number) {
    if (certain >= number) {
      return Condition.of(true, first.with("hits", certain));
    }
    return possible >= number
        ? Condition.of(Truth.UNKNOWN, unknown)
        : Condition.of(false, Readings.of("hits", certain));
  }
}

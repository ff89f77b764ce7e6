package org.liangpai.warninglist;

import java.time.LocalDate;

/** What kind of value a threshold holds. */
public enum ThresholdKind {
  /** A whole number; {@code Integer}. */
  NUMBER,
  /** A share such as 1/2; {@link Fraction}. */
  SHARE,
  /** A day; {@code LocalDate}. */
  DAY;

  /** Compares two values of this kind. */
  int compare(Object one, Object other) {
    return switch (this) {
      case NUMBER -> ((Integer) one).compareTo((Integer) other);
      case SHARE -> ((Fraction) one).compareTo((Fraction) other);
      case DAY -> ((LocalDate) one).compareTo((LocalDate) other);
    };
  }
}

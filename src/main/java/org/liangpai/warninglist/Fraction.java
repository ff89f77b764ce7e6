package org.liangpai.warninglist;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A share such as 1/2, compared by cross-multiplying and never as a floating-point number. */
public record Fraction(int numerator, int denominator) implements Comparable<Fraction> {

  private static final Pattern FORM = Pattern.compile("(\\d{1,9})/([1-9]\\d{0,8})");

  /** Refuses a negative share and a denominator below one. */
  public Fraction {
    if (numerator < 0 || denominator < 1) {
      throw new IllegalArgumentException("Not a share: " + numerator + "/" + denominator);
    }
  }

  /** Reads a share written as {@code 1/2}. */
  public static Fraction parse(String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("Not a share: " + text);
    }
    return new Fraction(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
  }

  /**
   * Compares a part with this share of a whole: negative if the part falls short of it, zero if it
   * is exactly that much, positive if it is more.
   */
  public int compareShare(long part, long whole) {
    return compareShare(BigDecimal.valueOf(part), BigDecimal.valueOf(whole));
  }

  /** As {@link #compareShare(long, long)}, for money. */
  public int compareShare(BigDecimal part, BigDecimal whole) {
    return part.multiply(BigDecimal.valueOf(denominator))
        .compareTo(whole.multiply(BigDecimal.valueOf(numerator)));
  }

  /** Compares by size, so that 2/4 and 1/2 compare as equal although they are written apart. */
  @Override
  public int compareTo(Fraction other) {
    return Long.compare((long) numerator * other.denominator, (long) other.numerator * denominator);
  }

  @Override
  public String toString() {
    return numerator + "/" + denominator;
  }
}

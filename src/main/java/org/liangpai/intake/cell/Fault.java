package org.liangpai.intake.cell;

import org.liangpai.dictionary.Field;

/** What is wrong with one field of a row; {@code value} is what was found there. */
public record Fault(String field, String value, String message) {

  private static final int LONGEST = 100;

  static Fault of(Field field, String value, String message) {
    return new Fault(field.name(), abridged(value), message);
  }

  /** A value as it is quoted in a report: long ones are cut. */
  public static String abridged(String value) {
    if (value == null || value.length() <= LONGEST) {
      return value;
    }
    int end = Character.isHighSurrogate(value.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
    return value.substring(0, end) + "…";
  }
}

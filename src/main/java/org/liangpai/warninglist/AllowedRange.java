package org.liangpai.warninglist;

/** The least and the most that a threshold may be set to, both allowed. */
public record AllowedRange(Object least, Object most) {

  /** Whether a value of the given kind lies within. */
  boolean allows(ThresholdKind kind, Object value) {
    return kind.compare(least, value) <= 0 && kind.compare(value, most) <= 0;
  }
}

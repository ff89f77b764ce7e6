package org.liangpai.evaluation;

/** A 是 or 否 that was read, or an unknown one. */
public final class Flag {

  private final Boolean value;
  private final Readings readings;

  private Flag(Boolean value, Readings readings) {
    this.value = value;
    this.readings = readings;
  }

  static Flag of(String name, Boolean value) {
    return new Flag(value, Readings.of(name, value));
  }

  static Flag unknown(Readings readings) {
    return new Flag(null, readings);
  }

  public Condition isTrue() {
    return value == null ? Condition.of(Truth.UNKNOWN, readings) : Condition.of(value, readings);
  }

  public Condition isFalse() {
    return isTrue().not();
  }
}

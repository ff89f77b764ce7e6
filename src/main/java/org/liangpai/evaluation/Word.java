package org.liangpai.evaluation;

import java.util.List;
import java.util.function.UnaryOperator;

/** A text, a choice or a set of choices that was read: filled, blank, or unknown. */
public final class Word {

  private final List<String> codes;
  private final boolean known;
  private final Readings readings;
  private final UnaryOperator<String> labels;

  private Word(List<String> codes, boolean known, Readings readings, UnaryOperator<String> labels) {
    this.codes = codes;
    this.known = known;
    this.readings = readings;
    this.labels = labels;
  }

  static Word of(String name, String code) {
    return new Word(List.of(code), true, Readings.of(name, code), UnaryOperator.identity());
  }

  /**
   * @param labels the words of the codes
   */
  static Word of(String name, List<String> codes, UnaryOperator<String> labels) {
    return new Word(codes, true, Readings.of(name, codes), labels);
  }

  static Word blank(String name, String gap) {
    return new Word(
        null, true, Readings.of(name, null).and(Readings.gap(gap)), UnaryOperator.identity());
  }

  static Word unknown(String gap) {
    return new Word(null, false, Readings.gap(gap), UnaryOperator.identity());
  }

  public Condition isBlank() {
    return known
        ? Condition.of(codes == null, readings.withoutGaps())
        : Condition.of(Truth.UNKNOWN, readings);
  }

  public Condition isFilled() {
    return isBlank().not();
  }

  /** It is that code; unknown for a blank. */
  public Condition is(String code) {
    return in(List.of(code));
  }

  /** It is one of those codes; unknown for a blank. */
  public Condition in(List<String> wanted) {
    return codes == null
        ? Condition.of(Truth.UNKNOWN, readings)
        : Condition.of(codes.stream().anyMatch(wanted::contains), readings);
  }

  /** At least one of those codes is not among its codes, told as missing; unknown for a blank. */
  public Condition lacksAnyOf(List<String> wanted) {
    if (codes == null) {
      return Condition.of(Truth.UNKNOWN, readings);
    }
    List<String> missing =
        wanted.stream().filter(code -> !codes.contains(code)).map(labels).toList();
    return Condition.of(!missing.isEmpty(), readings.with("missing", missing));
  }
}

package org.liangpai.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.liangpai.dictionary.Row;

/**
 * The resolutions of some months of meetings, compared without punctuation, separators and control
 * characters.
 */
final class Resolutions {

  /** The general categories of Unicode that are dropped: punctuation, separators, control. */
  private static final int DROPPED =
      1 << Character.CONNECTOR_PUNCTUATION
          | 1 << Character.DASH_PUNCTUATION
          | 1 << Character.START_PUNCTUATION
          | 1 << Character.END_PUNCTUATION
          | 1 << Character.INITIAL_QUOTE_PUNCTUATION
          | 1 << Character.FINAL_QUOTE_PUNCTUATION
          | 1 << Character.OTHER_PUNCTUATION
          | 1 << Character.SPACE_SEPARATOR
          | 1 << Character.LINE_SEPARATOR
          | 1 << Character.PARAGRAPH_SEPARATOR
          | 1 << Character.CONTROL;

  private final IntFunction<List<Row>> meetings;
  private final Map<Integer, Map<String, TreeSet<LocalDate>>> days = new HashMap<>();

  /**
   * @param meetings of every type, of so many months ending with the judged one
   */
  Resolutions(IntFunction<List<Row>> meetings) {
    this.meetings = meetings;
  }

  /**
   * The other days on which the same was resolved, the latest first; none for a short or blank
   * text.
   */
  List<LocalDate> otherDays(String resolution, LocalDate heldOn, int leastCharacters, int months) {
    String core = core(resolution);
    if (length(core) < leastCharacters) {
      return List.of();
    }
    return daysIn(months).get(core).descendingSet().stream()
        .filter(day -> !day.equals(heldOn))
        .toList();
  }

  /** Something long enough was resolved on another day. */
  boolean anyOnOtherDay(LocalDate heldOn, int leastCharacters, int months) {
    return daysIn(months).entrySet().stream()
        .filter(entry -> length(entry.getKey()) >= leastCharacters)
        .flatMap(entry -> entry.getValue().stream())
        .anyMatch(day -> !day.equals(heldOn));
  }

  private Map<String, TreeSet<LocalDate>> daysIn(int months) {
    return days.computeIfAbsent(months, this::collected);
  }

  private Map<String, TreeSet<LocalDate>> collected(int months) {
    Map<String, TreeSet<LocalDate>> collected = new HashMap<>();
    for (Row meeting : meetings.apply(months)) {
      collected
          .computeIfAbsent(core(meeting.text("resolution")), core -> new TreeSet<>())
          .add(meeting.date("heldOn"));
    }
    return collected;
  }

  private static int length(String core) {
    return core.codePointCount(0, core.length());
  }

  static String core(String text) {
    if (text == null) {
      return "";
    }
    StringBuilder core = new StringBuilder(text.length());
    text.codePoints()
        .filter(one -> (DROPPED >> Character.getType(one) & 1) == 0)
        .forEach(core::appendCodePoint);
    return core.toString();
  }
}

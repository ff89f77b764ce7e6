package org.liangpai.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.liangpai.dictionary.Row;

/**
 * The resolutions of some months of meetings, compared without punctuation, separators and control
 * characters.
 */
final class Resolutions {

  private static final Pattern DROPPED = Pattern.compile("[\\p{P}\\p{Z}\\p{Cc}]+");

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
    return text == null ? "" : DROPPED.matcher(text).replaceAll("");
  }
}

package org.liangpai.evaluation;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.liangpai.dictionary.Row;

/**
 * The resolutions of twelve months of meetings, compared without punctuation, separators and
 * control characters.
 */
final class Resolutions {

  private static final Pattern DROPPED = Pattern.compile("[\\p{P}\\p{Z}\\p{Cntrl}]+");

  private final Supplier<List<Row>> meetings;
  private Map<String, TreeSet<LocalDate>> days;

  /**
   * @param meetings of every type, of the twelve months ending with the judged one
   */
  Resolutions(Supplier<List<Row>> meetings) {
    this.meetings = meetings;
  }

  /**
   * The other days on which the same was resolved, the latest first; none for a short or blank
   * text.
   */
  List<LocalDate> otherDays(String resolution, LocalDate heldOn, int leastCharacters) {
    String core = core(resolution);
    if (core.codePointCount(0, core.length()) < leastCharacters) {
      return List.of();
    }
    return days().get(core).descendingSet().stream().filter(day -> !day.equals(heldOn)).toList();
  }

  private Map<String, TreeSet<LocalDate>> days() {
    if (days == null) {
      days = new HashMap<>();
      for (Row meeting : meetings.get()) {
        days.computeIfAbsent(core(meeting.text("resolution")), core -> new TreeSet<>())
            .add(meeting.date("heldOn"));
      }
    }
    return days;
  }

  static String core(String text) {
    return text == null ? "" : DROPPED.matcher(text).replaceAll("");
  }
}

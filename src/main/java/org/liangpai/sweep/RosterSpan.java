package org.liangpai.sweep;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.liangpai.evaluation.RosterVersion;

/**
 * A stretch of time in which the service itself knows what a field of the roster asks for: that a
 * branch was paired, or who was its contact leader. The roster tells of it as if somebody had filed
 * it there, so that nobody has to report it twice.
 *
 * @param until the first day after it, or {@code null} while it lasts
 */
record RosterSpan(String field, String value, LocalDate from, LocalDate until) {

  private static final Comparator<RosterVersion> ORDER =
      Comparator.comparing(RosterVersion::effectiveOn).thenComparing(RosterVersion::version);

  /**
   * The versions with this value in them: each is cut where the span begins and ends. What the
   * roster itself says stays.
   */
  List<RosterVersion> in(List<RosterVersion> versions) {
    List<RosterVersion> sorted = versions.stream().sorted(ORDER).toList();
    List<RosterVersion> cut = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      RosterVersion version = sorted.get(i);
      LocalDate end = i + 1 < sorted.size() ? sorted.get(i + 1).effectiveOn() : LocalDate.MAX;
      LocalDate begins = later(from, version.effectiveOn());
      LocalDate ends = until == null || until.isAfter(end) ? end : until;
      cut.add(version);
      if (version.row().text(field) == null && begins.isBefore(ends)) {
        cut.add(new RosterVersion(version.version(), begins, version.row().with(field, value)));
        if (ends.isBefore(end)) {
          cut.add(new RosterVersion(version.version(), ends, version.row()));
        }
      }
    }
    return cut;
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

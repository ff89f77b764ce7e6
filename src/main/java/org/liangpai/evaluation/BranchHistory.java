package org.liangpai.evaluation;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import org.liangpai.dictionary.Row;

/**
 * Everything on file of one branch that judging may need.
 *
 * @param versions the versions of its roster row, at least one
 * @param records by month; only those on file
 * @param dismissed the hits that people set aside, by month: codes of items
 */
public record BranchHistory(
    String branchCode,
    List<RosterVersion> versions,
    NavigableMap<YearMonth, RecordOnFile> records,
    List<CardSpan> cards,
    Map<YearMonth, Set<String>> dismissed) {

  private static final Comparator<RosterVersion> ORDER =
      Comparator.comparing(RosterVersion::effectiveOn).thenComparing(RosterVersion::version);

  public BranchHistory {
    if (versions.isEmpty()) {
      throw new IllegalArgumentException("Branch " + branchCode + " has no roster row");
    }
    versions = versions.stream().sorted(ORDER).toList();
  }

  /** The version by which a day is judged; before the first version, the first. */
  public RosterVersion versionAt(LocalDate day) {
    return versions.get(indexAt(day));
  }

  /** It is founded and not dissolved by that day. */
  public boolean existsAt(LocalDate day) {
    Row row = versionAt(day).row();
    LocalDate dissolved = row.date("dissolvedOn");
    return !row.date("foundedOn").isAfter(day) && (dissolved == null || dissolved.isAfter(day));
  }

  RosterAt rosterAt(LocalDate day) {
    Row term = null;
    for (int i = indexAt(day); i >= 0 && term == null; i--) {
      LocalDate elected = versions.get(i).row().date("electedOn");
      term = elected != null && elected.isAfter(day) ? null : versions.get(i).row();
    }
    return new RosterAt(versionAt(day).row(), term, day);
  }

  Optional<RecordOnFile> recordOf(YearMonth month) {
    return Optional.ofNullable(records.get(month));
  }

  /** The meetings of a month; none if it has no record. */
  List<Row> meetingsOf(YearMonth month) {
    return recordOf(month).map(RecordOnFile::meetings).orElse(List.of());
  }

  boolean isDismissed(YearMonth month, String item) {
    return dismissed.getOrDefault(month, Set.of()).contains(item);
  }

  private int indexAt(LocalDate day) {
    int index = 0;
    for (int i = 1; i < versions.size(); i++) {
      if (!versions.get(i).effectiveOn().isAfter(day)) {
        index = i;
      }
    }
    return index;
  }
}

package org.liangpai.intake.fact;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** Two days of one table of which the first cannot lie behind the second. */
record Order(Table table, String first, String second) {

  /** Whoever mistypes a year breaks one of these. */
  static final List<Order> CERTAIN =
      List.of(
          new Order(Table.BRANCHES, "foundedOn", "electedOn"),
          new Order(Table.BRANCHES, "foundedOn", "dissolvedOn"),
          new Order(Table.BRANCHES, "electedOn", "dissolvedOn"),
          new Order(Table.BRANCHES, "electedOn", "termEndsOn"));

  /** Papers may come before the day itself, and an older one may be left standing. */
  static final List<Order> USUAL =
      List.of(
          new Order(Table.BRANCHES, "foundedOn", "filedOn"),
          new Order(Table.BRANCHES, "foundedOn", "hostDissolvedOn"),
          new Order(Table.BRANCHES, "electedOn", "approvedOn"),
          new Order(Table.MEETINGS, "heldOn", "recordedOn"));

  /** Why the second day of a row cannot be, if it lies before the first. */
  Optional<Flaw> broken(Row row) {
    LocalDate begin = row.table() == table ? row.date(first) : null;
    LocalDate end = begin == null ? null : row.date(second);
    return end == null || !end.isBefore(begin)
        ? Optional.empty()
        : Optional.of(new Flaw(second, "早于" + table.field(first).label() + begin));
  }
}

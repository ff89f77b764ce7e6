package org.liangpai.intake.fact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.FieldType;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Fault;
import org.liangpai.intake.cell.StagedRow;

/**
 * What a row cannot truthfully say, as far as the row and the day alone can tell. Only what cannot
 * have been is refused; what is merely unlikely is told.
 */
public final class Facts {

  /** Days that are planned; everything else has been done and cannot lie ahead. */
  private static final Set<String> PLANNED =
      Set.of("termEndsOn", "postponedUntil", "surgeUntil", "scheduledOn");

  private static final Map<Table, List<Field>> DONE =
      Map.of(
          Table.UNITS, done(Table.UNITS),
          Table.BRANCHES, done(Table.BRANCHES),
          Table.RECORDS, done(Table.RECORDS),
          Table.MEETINGS, done(Table.MEETINGS));

  private final LocalDate today;

  public Facts(LocalDate today) {
    this.today = today;
  }

  /** The row with the faults that it was read with and those of what it says. */
  public StagedRow checked(StagedRow read) {
    List<Fault> found = impossible(read.row());
    if (found.isEmpty()) {
      return read;
    }
    List<Fault> faults = new ArrayList<>(read.faults());
    faults.addAll(found);
    return new StagedRow(read.number(), read.row(), faults, read.raw());
  }

  /** What cannot have been. */
  public List<Fault> impossible(Row row) {
    List<Fault> faults = new ArrayList<>(0);
    for (Field field : DONE.get(row.table())) {
      LocalDate day = row.date(field.name());
      if (day != null && day.isAfter(today)) {
        faults.add(new Flaw(field.name(), "还没有到，不能晚于今天" + today).in(row));
      }
    }
    Stream.of(
            Order.CERTAIN.stream().map(order -> order.broken(row)),
            Share.CERTAIN.stream().map(share -> share.broken(row)),
            Sense.certain(row, today))
        .flatMap(flaws -> flaws)
        .flatMap(Optional::stream)
        .forEach(flaw -> faults.add(flaw.in(row)));
    return faults;
  }

  /** What may have been but hardly was, in sentences. */
  public List<String> unlikely(Row row) {
    return Stream.of(
            Order.USUAL.stream().map(order -> order.broken(row)),
            Share.USUAL.stream().map(share -> share.broken(row)),
            Sense.usual(row))
        .flatMap(flaws -> flaws)
        .flatMap(Optional::stream)
        .map(flaw -> flaw.in(row).message())
        .toList();
  }

  private static List<Field> done(Table table) {
    return table.fields().stream()
        .filter(field -> field.type() == FieldType.DATE && !PLANNED.contains(field.name()))
        .toList();
  }
}

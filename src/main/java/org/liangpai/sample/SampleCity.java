package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.TableSource;

/**
 * An artificial city: its hierarchy, its branches and thirteen months of their records. The same
 * seed and day always give the same rows; they are made one by one and not kept.
 */
public final class SampleCity {

  /** As many base-level organisations as one real county-level city reports. */
  public static final int BRANCHES = 1_637;

  private final long seed;
  private final int first;
  private final int last;
  private final SampleSpan span;

  private SampleCity(long seed, int first, int last, SampleSpan span) {
    this.seed = seed;
    this.first = first;
    this.last = last;
    this.span = span;
  }

  /** The city as of a day: its records reach up to the last month that is over. */
  public static SampleCity asOf(LocalDate today, long seed) {
    return asOf(today, seed, BRANCHES);
  }

  /** The same with another number of branches. */
  public static SampleCity asOf(LocalDate today, long seed, int branches) {
    return new SampleCity(seed, 1, branches, SampleSpan.until(today));
  }

  public YearMonth lastMonth() {
    return span.last();
  }

  /** The day from which its roster holds: before its first month. */
  public LocalDate rosterSince() {
    return span.first().atDay(1);
  }

  /** The rows of a table. */
  public Stream<Row> rows(Table table) {
    return switch (table) {
      case UNITS -> SampleUnits.rows().stream();
      case BRANCHES -> branches().map(RosterRows::of);
      case RECORDS -> branches().flatMap(this::records);
      case MEETINGS -> branches().flatMap(this::meetings);
    };
  }

  /** All four tables, to be imported. */
  public List<TableSource> sources() {
    return Stream.of(Table.values()).map(this::source).toList();
  }

  /** The same city in parts of so many branches at most, each to be imported by itself. */
  List<SampleCity> parts(int size) {
    return IntStream.iterate(first, begin -> begin <= last, begin -> begin + size)
        .mapToObj(begin -> new SampleCity(seed, begin, Math.min(last, begin + size - 1), span))
        .toList();
  }

  /** The branch that is loaded last. */
  String lastBranchCode() {
    return SampleBranch.of(last, seed, span).code();
  }

  private TableSource source(Table table) {
    Iterator<Row> rows = rows(table).iterator();
    return TableSource.of(table, rows);
  }

  private Stream<SampleBranch> branches() {
    return IntStream.rangeClosed(first, last)
        .mapToObj(number -> SampleBranch.of(number, seed, span));
  }

  private Stream<Row> records(SampleBranch branch) {
    return monthsOnFile(branch).map(month -> RecordRows.of(branch, month));
  }

  private Stream<Row> meetings(SampleBranch branch) {
    return monthsOnFile(branch).flatMap(month -> MeetingRows.of(branch, month).stream());
  }

  private Stream<YearMonth> monthsOnFile(SampleBranch branch) {
    return span.months().stream().filter(branch::hasRecordOf);
  }
}

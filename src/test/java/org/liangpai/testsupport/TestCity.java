package org.liangpai.testsupport;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.liangpai.dictionary.FieldType;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;
import org.liangpai.evaluation.HealthyBranch;
import org.liangpai.intake.ImportReport;
import org.liangpai.intake.Importing;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.security.Viewer;

/**
 * A small city in the database of the tests: healthy branches of which a test makes what it is
 * about.
 */
@ApplicationScoped
public class TestCity {

  /** The day from which the roster describes the branches, unless a test says otherwise. */
  public static final LocalDate FROM = LocalDate.of(2025, 1, 1);

  /** Who files, so that the {@link Tester} may verify. */
  public static final Viewer FILER =
      new Viewer("示例填报人", Tester.VIEWER.posts(), Tester.VIEWER.address());

  private static final Set<String> PLANNED =
      Set.of("termEndsOn", "postponedUntil", "surgeUntil", "scheduledOn");

  private final Importing importing;
  private final OwnerTransactions transactions;
  private final CurrentViewer viewer;
  private final TestClock clock;

  TestCity(
      Importing importing, OwnerTransactions transactions, CurrentViewer viewer, TestClock clock) {
    this.viewer = viewer;
    this.clock = clock;
    this.importing = importing;
    this.transactions = transactions;
  }

  /** Removes everything. */
  public void clear() {
    transactions.call(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute(
                """
                DO $$ BEGIN EXECUTE (
                    SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' CASCADE' FROM pg_tables
                    WHERE schemaname = 'public' AND tablename <> 'flyway_schema_history'
                        AND tablename NOT LIKE 'audit\\_%' AND tablename <> 'import_run');
                END $$
                """);
          }
        });
  }

  /** Removes everything, and sets up a city with one county and two committees, W1 and W2. */
  public void reset() {
    clear();
    imported(
        List.of(
            TableSource.of(
                Table.UNITS,
                List.of(
                        unit("C1", "示例市委", "CITY", null),
                        unit("X1", "示例县委", "COUNTY", "C1"),
                        unit("W1", "示例第一镇党委", "COMMITTEE", "X1"),
                        unit("W2", "示例第二镇党委", "COMMITTEE", "X1"))
                    .iterator())),
        FROM);
  }

  /** Adds a unit of a level below another. */
  public void addUnit(String code, String level, String parent) {
    imported(
        List.of(
            TableSource.of(
                Table.UNITS, List.of(unit(code, "示例党组织" + code, level, parent)).iterator())),
        FROM);
  }

  /** Puts a branch of W1 on the roster. */
  public void branch(String code, UnaryOperator<Row> change) {
    branch(code, FROM, change);
  }

  /** Puts a branch on the roster, or changes it from a day on. */
  public void branch(String code, LocalDate effectiveOn, UnaryOperator<Row> change) {
    Row row =
        change.apply(
            HealthyBranch.roster(YearMonth.of(2026, 1))
                .with("branchCode", code)
                .with("branchName", "示例支部" + code)
                .with("unitCode", "W1"));
    imported(List.of(row), List.of(), effectiveOn);
  }

  /** Files the records of a healthy branch for some months. */
  public void records(String code, YearMonth first, YearMonth last) {
    for (YearMonth month = first; !month.isAfter(last); month = month.plusMonths(1)) {
      record(code, month, UnaryOperator.identity());
    }
  }

  /** Files a record with the meetings of a healthy month, but for those of some types. */
  public void record(
      String code, YearMonth month, UnaryOperator<Row> change, String... withoutTypes) {
    Row row = HealthyBranch.record(month).with("branchCode", code);
    List<Row> meetings = new ArrayList<>();
    for (Row meeting : HealthyBranch.meetings(month)) {
      if (!List.of(withoutTypes).contains(meeting.text("type"))) {
        meetings.add(meeting.with("branchCode", code));
      }
    }
    imported(List.of(change.apply(row)), meetings, FROM);
  }

  /** What lies ahead is filed as on the day on which it has been done. */
  private void imported(List<Row> rows, List<Row> meetings, LocalDate effectiveOn) {
    List<TableSource> sources = new ArrayList<>();
    sources.add(TableSource.of(rows.get(0).table(), rows.iterator()));
    if (rows.get(0).table() == Table.RECORDS) {
      sources.add(TableSource.of(Table.MEETINGS, meetings.iterator()));
    }
    LocalDate done =
        Stream.concat(rows.stream(), meetings.stream())
            .flatMap(TestCity::doneDays)
            .max(Comparator.naturalOrder())
            .orElse(LocalDate.MIN);
    Instant now = clock.instant();
    if (!done.isAfter(LocalDate.now(clock))) {
      imported(sources, effectiveOn);
      return;
    }
    clock.set(done);
    try {
      imported(sources, effectiveOn);
    } finally {
      clock.set(now);
    }
  }

  private static Stream<LocalDate> doneDays(Row row) {
    return row.table().fields().stream()
        .filter(field -> field.type() == FieldType.DATE && !PLANNED.contains(field.name()))
        .map(field -> row.date(field.name()))
        .filter(Objects::nonNull);
  }

  private void imported(List<TableSource> sources, LocalDate effectiveOn) {
    ImportReport report =
        viewer.as(FILER, Scope.WHOLE, () -> importing.importRows(sources, effectiveOn));
    if (!report.errors().isEmpty()) {
      throw new IllegalStateException(report.errors().toString());
    }
  }

  private static Row unit(String code, String name, String level, String parent) {
    return new Row(Table.UNITS)
        .with("unitCode", code)
        .with("unitName", name)
        .with("level", level)
        .with("parentCode", parent);
  }
}

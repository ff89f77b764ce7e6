package org.liangpai.intake.web;

import java.util.List;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.ImportReport;
import org.liangpai.intake.merge.Removal;
import org.liangpai.intake.merge.RowCounts;
import org.liangpai.intake.merge.RowError;

/** The report of an import as the page shows it, with the labels of the workbook. */
record ReportView(
    List<Line> lines,
    boolean stopped,
    List<Fault> faults,
    long errorCount,
    List<Removal> removals,
    List<String> warnings,
    String errorFile) {

  /** What became of the rows of one table. */
  record Line(String table, long accepted, long unchanged, long rejected) {}

  /** Why a row was rejected. */
  record Fault(String table, int row, String field, String value, String message) {}

  static ReportView of(ImportReport report) {
    List<Line> lines =
        List.of(Table.values()).stream()
            .map(
                table ->
                    new Line(
                        table.label(),
                        count(report.accepted(), table),
                        count(report.unchanged(), table),
                        count(report.rejected(), table)))
            .toList();
    return new ReportView(
        lines,
        report.stopped(),
        report.errors().stream().map(ReportView::fault).toList(),
        report.errorCount(),
        report.removals(),
        report.warnings(),
        report.errorFile());
  }

  /** Whether meetings on file did not come again and somebody must say what is meant. */
  public boolean isAsking() {
    return removals.stream().anyMatch(one -> one.outcome() != Removal.Outcome.REMOVED);
  }

  public boolean isClean() {
    return errorCount == 0;
  }

  private static long count(RowCounts counts, Table table) {
    return switch (table) {
      case UNITS -> counts.units();
      case BRANCHES -> counts.branches();
      case RECORDS -> counts.records();
      case MEETINGS -> counts.meetings();
    };
  }

  private static Fault fault(RowError error) {
    Table table = Table.named(error.table()).orElse(null);
    return new Fault(
        table == null ? error.table() : table.label(),
        error.row(),
        table == null ? error.field() : label(table, error.field()),
        error.value(),
        error.message());
  }

  private static String label(Table table, String name) {
    return table.fields().stream()
        .filter(field -> field.name().equals(name))
        .findFirst()
        .map(Field::label)
        .orElse(name);
  }
}

package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.branch.Domains;
import org.liangpai.intake.cell.CellParser;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.intake.file.UploadedPart;
import org.liangpai.intake.file.UploadedTables;
import org.liangpai.intake.merge.FilingScope;
import org.liangpai.intake.merge.Merge;
import org.liangpai.intake.merge.Merged;
import org.liangpai.intake.merge.Progress;
import org.liangpai.intake.merge.Removals;
import org.liangpai.intake.merge.RowCounts;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.DatabaseFault;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Imports tables as a whole: all good rows in one transaction, the failed ones handed back. */
@ApplicationScoped
public class Importing {

  private final Transactions transactions;
  private final ErrorFiles errorFiles;
  private final Domains domains;
  private final CurrentViewer viewer;
  private final Auditing auditing;
  private final ImportLimits limits;
  private final ImportMemory memory;
  private final ImportsUnderWay underWay;
  private final TellingOfSharedCodes sharedCodes;
  private final Clock clock;

  Importing(
      Transactions transactions,
      ErrorFiles errorFiles,
      Domains domains,
      CurrentViewer viewer,
      Auditing auditing,
      ImportLimits limits,
      ImportMemory memory,
      ImportsUnderWay underWay,
      TellingOfSharedCodes sharedCodes,
      Clock clock) {
    this.transactions = transactions;
    this.errorFiles = errorFiles;
    this.domains = domains;
    this.viewer = viewer;
    this.auditing = auditing;
    this.limits = limits;
    this.memory = memory;
    this.underWay = underWay;
    this.sharedCodes = sharedCodes;
    this.clock = clock;
  }

  /**
   * Imports uploaded files; roster changes hold from the effective day, today if there is none.
   *
   * @param removals what becomes of meetings on file that do not come again
   * @throws ImportRefused if the viewer imports too much at a time
   * @throws ImportCancelled if the viewer cancels it meanwhile
   */
  public ImportReport importFiles(
      List<UploadedPart> parts, Optional<LocalDate> effectiveOn, Removals removals) {
    String account = viewer.account();
    limits.begin(account);
    ImportUnderWay progress = underWay.begin();
    try {
      return importWithRoom(parts, effectiveOn, removals, progress);
    } catch (DatabaseFault | UncheckedIOException fault) {
      throw progress.isCancelled() ? new ImportCancelled() : fault;
    } finally {
      underWay.end(progress);
      limits.end(account);
    }
  }

  private ImportReport importWithRoom(
      List<UploadedPart> parts,
      Optional<LocalDate> effectiveOn,
      Removals removals,
      ImportUnderWay progress) {
    int taken = 0;
    try {
      taken = memory.take(parts);
      try (UploadedTables tables = UploadedTables.open(parts, new CellParser(domains.choices()))) {
        return transactions.call(
            connection -> {
              progress.runsOn(connection);
              ImportReport report =
                  run(
                      connection,
                      new Rows(tables.sources(), tables.warnings()),
                      effectiveOn,
                      removals,
                      progress);
              progress.end();
              return report;
            });
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } finally {
      memory.giveBack(taken);
    }
  }

  /**
   * Imports rows that are typed already, one source a table, in the order of the tables. The
   * service itself brings them, and brings records as a whole.
   */
  public ImportReport importRows(List<TableSource> sources, LocalDate effectiveOn) {
    return transactions.call(
        connection ->
            run(
                connection,
                new Rows(sources, List.of()),
                Optional.of(effectiveOn),
                Removals.ACCEPT,
                Progress.UNSEEN));
  }

  /** The workbook of the failed rows of an import, if it is kept. */
  public Optional<Path> errorFile(long id) {
    return transactions.call(
        connection -> {
          Optional<Path> file = time(connection, id).flatMap(at -> errorFiles.find(id, at));
          if (file.isPresent()) {
            auditing.record(connection, List.of(Entry.of(Act.EXPORTED, ObjectKind.IMPORT, id)));
          }
          return file;
        });
  }

  /** What is imported, and what the user should know of how it was read. */
  private record Rows(List<TableSource> sources, List<String> warnings) {

    List<String> allWarnings() {
      List<String> all = new ArrayList<>(warnings);
      sources.forEach(source -> all.addAll(source.warnings()));
      return all;
    }
  }

  private ImportReport run(
      Connection connection,
      Rows rows,
      Optional<LocalDate> effectiveOn,
      Removals removals,
      Progress progress)
      throws SQLException, IOException {
    LocalDate from = effectiveOn.orElseGet(() -> LocalDate.now(clock));
    // The database keeps microseconds, and the name of the error file must not depend on
    // rounding.
    OffsetDateTime at = OffsetDateTime.now(clock).truncatedTo(ChronoUnit.MICROS);
    FilingScope scope = FilingScope.of(viewer);
    Merge merge = new Merge(connection, scope, at, removals, progress);
    Merged merged = merge.run(rows.sources(), from);
    if (merge.present().isEmpty()) {
      throw new Invalid("file", "文件中没有数据：每个表都没有表头");
    }
    long id = keep(connection, merged, from, at);
    if (merged.hasRejected() && !merged.stopped()) {
      errorFiles.write(id, at, merge);
    }
    sharedCodes.tell(
        connection, merged.taken(), scope.roster(), viewer.account(), at.toLocalDate());
    auditing.record(connection, List.of(entry(id, merged, from)));
    return ImportReport.of(id, merged, rows.allWarnings());
  }

  private static Entry entry(long id, Merged merged, LocalDate from) {
    return Entry.of(Act.DATA_IMPORTED, ObjectKind.IMPORT, id)
        .now(
            Map.of(
                "effectiveOn", from,
                "accepted", merged.accepted(),
                "rejected", merged.rejected(),
                "unchanged", merged.unchanged()));
  }

  private long keep(Connection connection, Merged merged, LocalDate from, OffsetDateTime at)
      throws SQLException {
    String sql =
        """
        INSERT INTO import_run (at, by, effective_on, counts, error_count)
        VALUES (?, ?, ?, jsonb_build_object('accepted', ?::jsonb, 'rejected', ?::jsonb,
          'unchanged', ?::jsonb), ?) RETURNING id
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setObject(1, at);
      statement.setString(2, viewer.account());
      statement.setObject(3, from);
      statement.setString(4, json(merged.accepted()));
      statement.setString(5, json(merged.rejected()));
      statement.setString(6, json(merged.unchanged()));
      statement.setLong(7, merged.errorCount());
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return result.getLong(1);
      }
    }
  }

  /** When an import was, if it was the viewer's own or the viewer sees the whole hierarchy. */
  private Optional<OffsetDateTime> time(Connection connection, long id) throws SQLException {
    return NamedStatement.of("SELECT at FROM import_run WHERE id = :id AND (:whole OR by = :by)")
        .with("id", id)
        .with("whole", viewer.scope().whole())
        .with("by", viewer.account())
        .list(connection, row -> row.getObject(1, OffsetDateTime.class))
        .stream()
        .findFirst();
  }

  private static String json(RowCounts counts) {
    return "{\"units\":%d,\"branches\":%d,\"records\":%d,\"meetings\":%d}"
        .formatted(counts.units(), counts.branches(), counts.records(), counts.meetings());
  }
}

package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.liangpai.branch.Domains;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.file.ErrorWorkbook;
import org.liangpai.intake.merge.FailedRows;
import org.liangpai.intake.merge.Merge;

/** The workbooks of failed rows, kept in the data directory; the oldest make way for new ones. */
@ApplicationScoped
class ErrorFiles {

  private static final int MOST_FILES = 200;

  private final Path folder;
  private final Domains domains;

  ErrorFiles(
      @ConfigProperty(name = "liangpai.data-dir", defaultValue = "data") Path data,
      Domains domains) {
    this.folder = data.resolve("imports");
    this.domains = domains;
  }

  /** Writes the failed rows of an import, inside its transaction. */
  void write(long id, Merge merge) throws IOException, SQLException {
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, id + "-", ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished));
          ErrorWorkbook workbook = new ErrorWorkbook(out, domains.choices())) {
        fill(workbook, merge);
      }
      Files.move(unfinished, file(id));
    } finally {
      Files.deleteIfExists(unfinished);
    }
    prune();
  }

  /** The workbook of an import, unless it had no failed rows or made way long ago. */
  Optional<Path> find(long id) {
    return Optional.of(file(id)).filter(Files::isRegularFile);
  }

  /**
   * A sheet of meetings says that a record without any has none. Where the upload had no meetings,
   * the workbook has no such sheet, or mending a record would wipe out its meetings.
   */
  private void fill(ErrorWorkbook workbook, Merge merge) throws IOException, SQLException {
    List<Choice> choices = domains.choices();
    FailedRows rows = merge.failedRows();
    for (Table table : Table.values()) {
      if (table != Table.MEETINGS || merge.present().contains(table)) {
        workbook.begin(table);
        rows.read(table, choices, workbook::add);
      }
    }
  }

  private void prune() throws IOException {
    try (Stream<Path> all = Files.list(folder)) {
      List<Path> old =
          all.filter(path -> path.toString().endsWith(".xlsx"))
              .sorted(Comparator.comparingLong(ErrorFiles::number).reversed())
              .skip(MOST_FILES)
              .toList();
      for (Path path : old) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static long number(Path path) {
    String name = path.getFileName().toString();
    String digits = name.substring(0, name.indexOf('.'));
    return digits.matches("\\d{1,18}") ? Long.parseLong(digits) : 0;
  }

  private Path file(long id) {
    return folder.resolve(id + ".xlsx");
  }
}

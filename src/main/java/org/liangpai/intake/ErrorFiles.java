package org.liangpai.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.sql.SQLException;
import java.time.OffsetDateTime;
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
  void write(long id, OffsetDateTime at, Merge merge) throws IOException, SQLException {
    Files.createDirectories(folder);
    Path unfinished = Files.createTempFile(folder, id + "-", ".part");
    try {
      try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(unfinished));
          ErrorWorkbook workbook = new ErrorWorkbook(out, domains.choices())) {
        fill(workbook, merge);
      }
      Files.move(unfinished, file(id, at), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(unfinished);
    }
    prune();
  }

  /** The workbook of an import, unless it had no failed rows or made way long ago. */
  Optional<Path> find(long id, OffsetDateTime at) {
    return Optional.of(file(id, at)).filter(Files::isRegularFile);
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
              .sorted(Comparator.comparing(ErrorFiles::modified).reversed())
              .skip(MOST_FILES)
              .toList();
      for (Path path : old) {
        Files.deleteIfExists(path);
      }
    }
  }

  private static FileTime modified(Path path) {
    try {
      return Files.getLastModifiedTime(path);
    } catch (IOException gone) {
      return FileTime.fromMillis(0);
    }
  }

  /** The time keeps the files of an earlier database apart, whose numbers began at one as well. */
  private Path file(long id, OffsetDateTime at) {
    return folder.resolve(id + "-" + at.toInstant().toEpochMilli() + ".xlsx");
  }
}

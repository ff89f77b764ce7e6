package org.liangpai.intake.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Row;
import org.liangpai.intake.cell.CellParser;
import org.liangpai.intake.cell.Fault;
import org.liangpai.intake.cell.StagedRow;
import org.liangpai.intake.cell.TableSource;

/** What is read from a file of the tests, without a database. */
record ReadUpload(List<StagedRow> rows, List<String> warnings) {

  static final String ROSTER = "支部编码,支部名称,所属党组织编码,领域,设置形式,成立日期,班子由上级指定,本届选举日期,任期年限,支委会人数,已配职务,活动场所";

  static ReadUpload csv(String part, String text) {
    return csv(part, text, StandardCharsets.UTF_8);
  }

  static ReadUpload csv(String part, String text, Charset charset) {
    return of(part, text.getBytes(charset));
  }

  static ReadUpload workbook(byte[] bytes) {
    return of("file", bytes);
  }

  static ReadUpload of(String part, byte[] bytes) {
    try {
      Path file = Files.createTempFile("upload", ".part");
      try {
        Files.write(file, bytes);
        return of(new UploadedPart(part, file));
      } finally {
        Files.delete(file);
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static ReadUpload of(UploadedPart part) throws IOException {
    CellParser cells = new CellParser(List.of(new Choice("RURAL", "农村")));
    List<StagedRow> rows = new ArrayList<>();
    try (UploadedTables tables = UploadedTables.open(List.of(part), cells)) {
      List<String> warnings = new ArrayList<>(tables.warnings());
      for (TableSource source : tables.sources()) {
        source.read(rows::add);
        warnings.addAll(source.warnings());
      }
      return new ReadUpload(rows, warnings);
    }
  }

  /** The rows without faults. */
  List<Row> good() {
    return rows.stream().filter(row -> row.faults().isEmpty()).map(StagedRow::row).toList();
  }

  /** The values of a field in the good rows. */
  List<Object> values(String field) {
    return good().stream().map(row -> row.get(field)).toList();
  }

  /** The faults of the row with this number. */
  List<Fault> faults(int number) {
    return rows.stream()
        .filter(row -> row.number() == number)
        .findFirst()
        .map(StagedRow::faults)
        .orElseThrow();
  }
}

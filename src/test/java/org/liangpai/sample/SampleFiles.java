package org.liangpai.sample;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowText;
import org.liangpai.dictionary.Table;

/** Writes a sample city as files, to try imports and to measure them. */
public final class SampleFiles {

  private static final int FLUSH_EVERY = 1_000;

  private final SampleCity city;

  private SampleFiles(SampleCity city) {
    this.city = city;
  }

  /**
   * Writes four CSV files and one workbook.
   *
   * @param args the folder, the number of branches, and the day as of which the city is made
   */
  public static void main(String[] args) throws IOException {
    Path folder = Files.createDirectories(Path.of(args[0]));
    SampleCity city =
        SampleCity.asOf(LocalDate.parse(args[2]), 20_260_101, Integer.parseInt(args[1]));
    SampleFiles files = new SampleFiles(city);
    for (Table table : Table.values()) {
      files.writeCsv(table, folder.resolve(table.id() + ".csv"));
    }
    files.writeWorkbook(folder.resolve("sample.xlsx"));
  }

  static SampleFiles of(SampleCity city) {
    return new SampleFiles(city);
  }

  /** A table with English headings and the texts of its values. */
  void writeCsv(Table table, Path file) throws IOException {
    try (PrintStream out =
        new PrintStream(
            new BufferedOutputStream(Files.newOutputStream(file)), false, StandardCharsets.UTF_8)) {
      out.print(line(table.fields().stream().map(Field::name).toList()));
      city.rows(table).forEach(row -> out.print(line(texts(row))));
    }
  }

  /** All four tables with Chinese headings; every value is a text, as it is shown. */
  void writeWorkbook(Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file));
        Workbook workbook = new Workbook(out, "liangpai", null)) {
      for (Table table : Table.values()) {
        writeSheet(table, workbook.newWorksheet(table.label()));
      }
    }
  }

  private void writeSheet(Table table, Worksheet sheet) throws IOException {
    write(sheet, 0, table.fields().stream().map(Field::label).toList());
    int number = 0;
    for (Iterator<Row> rows = city.rows(table).iterator(); rows.hasNext(); ) {
      write(sheet, ++number, texts(rows.next()));
      if (number % FLUSH_EVERY == 0) {
        sheet.flush();
      }
    }
    sheet.finish();
  }

  private static void write(Worksheet sheet, int row, List<String> texts) {
    for (int i = 0; i < texts.size(); i++) {
      if (!texts.get(i).isEmpty()) {
        sheet.inlineString(row, i, texts.get(i));
      }
    }
  }

  private static List<String> texts(Row row) {
    return row.table().fields().stream()
        .map(field -> RowText.of(field, row.get(field.name())))
        .toList();
  }

  private static String line(List<String> texts) {
    return texts.stream().map(SampleFiles::quoted).collect(Collectors.joining(",", "", "\n"));
  }

  private static String quoted(String text) {
    return text.contains(",") || text.contains("\"") || text.contains("\n")
        ? '"' + text.replace("\"", "\"\"") + '"'
        : text;
  }
}

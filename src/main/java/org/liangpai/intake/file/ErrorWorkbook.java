package org.liangpai.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Table;
import org.liangpai.shared.Neutral;

/** The failed rows of an import, each with its reason, ready to be mended and imported again. */
public final class ErrorWorkbook implements Closeable {

  /** A sheet cannot hold more; the heading takes one row. */
  private static final int MOST_ROWS = 1_048_575;

  private static final int LONGEST = 32_000;
  private static final int ROWS_IN_MEMORY = 500;

  private final Workbook workbook;
  private final List<Choice> domains;
  private Worksheet sheet;
  private int row;

  public ErrorWorkbook(OutputStream out, List<Choice> domains) {
    this.workbook = new Workbook(out, "liangpai", null);
    this.domains = domains;
  }

  /** Begins the sheet of a table; the one before it is complete. */
  public void begin(Table table) throws IOException {
    finishSheet();
    sheet = SheetLayout.sheet(workbook, table, domains);
    int reason = table.fields().size();
    sheet.width(reason, 60);
    SheetLayout.heading(sheet, reason, Heading.REASON, false);
    row = 0;
  }

  /** Adds a row; beyond what a sheet holds, rows are left out. */
  public void add(List<String> cells, String reason) throws IOException {
    if (row == MOST_ROWS) {
      return;
    }
    row++;
    for (int i = 0; i < cells.size(); i++) {
      write(i, cells.get(i));
    }
    write(cells.size(), reason);
    if (row % ROWS_IN_MEMORY == 0) {
      sheet.flush();
    }
  }

  private void write(int column, String text) {
    if (text != null && !text.isEmpty()) {
      String safe = Neutral.make(printable(text));
      sheet.inlineString(row, column, safe);
    }
  }

  /** XML knows no control characters and no halves of characters. */
  private static String printable(String text) {
    String bounded = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    return bounded.replaceAll(
        "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x{FFFE}\\x{FFFF}\\x{D800}-\\x{DFFF}]", "\uFFFD");
  }

  private void finishSheet() throws IOException {
    if (sheet != null) {
      sheet.finish();
      sheet = null;
    }
  }

  @Override
  public void close() throws IOException {
    finishSheet();
    workbook.close();
  }
}

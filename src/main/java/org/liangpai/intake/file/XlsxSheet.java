package org.liangpai.intake.file;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.liangpai.intake.cell.Cell;
import org.liangpai.shared.Neutral;

/** One sheet of a workbook, read row by row. */
final class XlsxSheet implements Grid {

  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;

  /** Columns beyond this one hold nothing that the dictionary knows. */
  private static final int USED_COLUMNS = 512;

  private static final int LONGEST = 65_536;
  private static final LocalDate DAY_ZERO = LocalDate.of(1899, 12, 30);
  private static final int DAYS_FROM_1900_TO_1904 = 1462;

  private final XlsxFile file;
  private final String name;
  private final String entry;
  private final List<Cell> cells = new ArrayList<>();
  private int row;
  private int column;

  XlsxSheet(XlsxFile file, String name, String entry) {
    this.file = file;
    this.name = name;
    this.entry = entry;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void read(Sink sink) throws IOException {
    try (SafeXml xml = file.archive().xml(entry)) {
      row = 0;
      for (int event = xml.next(); event >= 0; event = xml.next()) {
        if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
          readRow(xml, sink);
        }
      }
    } catch (XMLStreamException | ZipException | NumberFormatException damaged) {
      throw Damage.broken(file.part());
    }
  }

  private void readRow(SafeXml xml, Sink sink) throws IOException, XMLStreamException {
    String number = xml.attribute("r");
    int next = number == null ? row + 1 : Integer.parseInt(number);
    if (next <= row || next > MOST_ROWS) {
      throw Damage.broken(file.part());
    }
    row = next;
    column = -1;
    cells.clear();
    int end = xml.depth() - 1;
    while (xml.depth() > end) {
      int event = xml.next();
      if (event < 0) {
        throw Damage.broken(file.part());
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
        readCell(xml);
      }
    }
    if (!cells.isEmpty()) {
      sink.accept(row, cells);
    }
  }

  private void readCell(SafeXml xml) throws XMLStreamException {
    String reference = xml.attribute("r");
    column = reference == null ? column + 1 : columnOf(reference);
    if (column >= MOST_COLUMNS) {
      throw Damage.broken(file.part());
    }
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    int end = xml.depth() - 1;
    String value = null;
    boolean formula = false;
    while (xml.depth() > end) {
      int event = xml.next();
      if (event < 0) {
        throw Damage.broken(file.part());
      }
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (xml.name()) {
          case "v", "is" -> value = xml.text(LONGEST);
          case "f" -> formula = true;
          default -> {
            // Extensions hold no values.
          }
        }
      }
    }
    Cell cell = cell(type, style, value, formula);
    if (cell != null && column < USED_COLUMNS) {
      while (cells.size() <= column) {
        cells.add(null);
      }
      cells.set(column, cell);
    }
  }

  private Cell cell(String type, String style, String value, boolean formula) {
    if (value == null || value.isEmpty()) {
      // A formula that was never computed is no blank: its value is unknown to us alone.
      return formula && !"str".equals(type) ? new Cell(Cell.Kind.ERROR, "未计算的公式") : null;
    }
    return switch (type == null ? "n" : type) {
      case "s" -> text(file.strings().get(Integer.parseInt(value.strip())));
      case "str", "inlineStr" -> text(SharedStrings.plain(value));
      case "b" -> new Cell(Cell.Kind.BOOLEAN, value.strip().equals("1") ? "true" : "false");
      case "e" -> new Cell(Cell.Kind.ERROR, value);
      case "d" -> new Cell(Cell.Kind.DATE, value);
      default ->
          style != null && file.styles().isDate(Integer.parseInt(style))
              ? date(value)
              : Cell.number(value);
    };
  }

  private static Cell text(String text) {
    return text == null || text.isEmpty() ? null : Cell.text(Neutral.undo(text));
  }

  private Cell date(String value) {
    double serial = Double.parseDouble(value);
    long days = (long) Math.floor(serial) + (file.startsIn1904() ? DAYS_FROM_1900_TO_1904 : 0);
    if (days < 61 || days > 200_000) {
      // Before March 1900 the spreadsheet's own calendar is wrong; nothing we keep is that old.
      return Cell.number(value);
    }
    return new Cell(Cell.Kind.DATE, DAY_ZERO.plusDays(days).toString());
  }

  private int columnOf(String reference) {
    int result = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      result = result * 26 + (c - 'A' + 1);
    }
    if (result == 0) {
      throw Damage.broken(file.part());
    }
    return result - 1;
  }
}

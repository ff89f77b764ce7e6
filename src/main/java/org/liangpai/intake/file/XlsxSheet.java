package org.liangpai.intake.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import org.liangpai.intake.cell.Cell;

/** One sheet of a workbook, read row by row. */
final class XlsxSheet implements Grid {

  /** Columns beyond this one hold nothing that the dictionary knows. */
  static final int USED_COLUMNS = 512;

  private static final int MOST_ROWS = 1_048_576;
  private static final int MOST_COLUMNS = 16_384;
  private static final int LONGEST = 65_536;

  private final Archive archive;
  private final String part;
  private final String name;
  private final String entry;
  private final CellValues values;
  private final List<Cell> cells = new ArrayList<>();
  private final BitSet hiddenColumns = new BitSet();
  private MergedRanges merged;
  private int row;
  private int column;

  XlsxSheet(Archive archive, String part, String name, String entry, CellValues values) {
    this.archive = archive;
    this.part = part;
    this.name = name;
    this.entry = entry;
    this.values = values;
  }

  /** The number of a column by its letters, from zero; -1 for none. */
  static int columnOf(String reference) {
    int result = 0;
    for (int i = 0; i < reference.length() && i < 4; i++) {
      char c = reference.charAt(i);
      if (c < 'A' || c > 'Z') {
        break;
      }
      result = result * 26 + (c - 'A' + 1);
    }
    return result - 1;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public BitSet hiddenColumns() {
    return hiddenColumns;
  }

  @Override
  public void read(Sink sink) throws IOException {
    try {
      read(sink, MergedRanges.read(archive, entry, part));
    } catch (XMLStreamException damaged) {
      throw Damage.broken(part);
    }
  }

  /** Reads the rows as they are in the file, for a look at the first of them. */
  void peek(Sink sink) throws IOException {
    read(sink, MergedRanges.none(part));
  }

  private void read(Sink sink, MergedRanges ranges) throws IOException {
    merged = ranges;
    row = 0;
    try (SafeXml xml = archive.xml(entry)) {
      boolean wanted = true;
      for (int event = xml.next(); event >= 0; event = wanted ? xml.next() : -1) {
        if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("row")) {
          wanted = readRow(xml, sink);
        } else if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("col")) {
          readColumn(xml);
        }
      }
    } catch (XMLStreamException | ZipException | NumberFormatException damaged) {
      throw Damage.broken(part);
    }
  }

  private void readColumn(SafeXml xml) {
    String width = xml.attribute("width");
    if (isTrue(xml.attribute("hidden")) || width != null && width.matches("0(?:\\.0*)?")) {
      int first = Integer.parseInt(xml.attribute("min"));
      int last = Math.min(Integer.parseInt(xml.attribute("max")), USED_COLUMNS);
      if (first >= 1 && first <= last) {
        hiddenColumns.set(first - 1, last);
      }
    }
  }

  private boolean readRow(SafeXml xml, Sink sink) throws IOException, XMLStreamException {
    String number = xml.attribute("r");
    int next = number == null ? row + 1 : Integer.parseInt(number);
    if (next <= row || next > MOST_ROWS) {
      throw Damage.broken(part);
    }
    row = next;
    column = -1;
    cells.clear();
    boolean hidden = isTrue(xml.attribute("hidden")) || "0".equals(xml.attribute("ht"));
    int end = xml.depth() - 1;
    while (xml.depth() > end) {
      int event = xml.next();
      if (event < 0) {
        throw Damage.broken(part);
      }
      if (event == XMLStreamConstants.START_ELEMENT && xml.name().equals("c")) {
        readCell(xml);
      }
    }
    boolean filled = merged.apply(row, cells);
    return cells.isEmpty() || sink.accept(new GridRow(row, cells, hidden, filled));
  }

  private void readCell(SafeXml xml) throws XMLStreamException {
    String reference = xml.attribute("r");
    column = reference == null ? column + 1 : columnOf(reference);
    if (column < 0 || column >= MOST_COLUMNS) {
      throw Damage.broken(part);
    }
    String type = xml.attribute("t");
    String style = xml.attribute("s");
    int end = xml.depth() - 1;
    String value = null;
    boolean formula = false;
    while (xml.depth() > end) {
      int event = xml.next();
      if (event < 0) {
        throw Damage.broken(part);
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
    Cell cell = values.cell(type, style, value, formula);
    if (cell != null && column < USED_COLUMNS) {
      while (cells.size() <= column) {
        cells.add(null);
      }
      cells.set(column, cell);
    }
  }

  private static boolean isTrue(String value) {
    return "1".equals(value) || "true".equals(value);
  }
}

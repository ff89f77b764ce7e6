package org.liangpai.intake.file;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.liangpai.intake.cell.Cell;

/**
 * The merged ranges of a sheet. Only the first cell of a range has its value: it counts for the
 * rows below it, and covers the cells beside it.
 */
final class MergedRanges {

  private static final int MOST = 200_000;

  /** Ranges do not overlap, so a row cannot lie in more of them than it has columns. */
  private static final int MOST_AT_A_ROW = 16_384;

  private static final Pattern REFERENCE =
      Pattern.compile("\\$?([A-Z]{1,3})\\$?(\\d{1,7}):\\$?([A-Z]{1,3})\\$?(\\d{1,7})");

  private static final Cell COVERED = new Cell(Cell.Kind.COVERED, "（合并单元格）");

  /** A range under way, with what its first cell holds. */
  private static final class Range {
    private final int firstRow;
    private final int lastRow;
    private final int firstColumn;
    private final int lastColumn;
    private Cell value;

    Range(int firstRow, int lastRow, int firstColumn, int lastColumn) {
      this.firstRow = firstRow;
      this.lastRow = lastRow;
      this.firstColumn = firstColumn;
      this.lastColumn = lastColumn;
    }
  }

  private final String part;
  private final List<Range> ranges = new ArrayList<>();
  private final List<Range> underWay = new ArrayList<>();
  private int next;

  private MergedRanges(String part) {
    this.part = part;
  }

  static MergedRanges none(String part) {
    return new MergedRanges(part);
  }

  /** Reads the ranges, which stand behind the rows, by a look ahead at the bytes. */
  static MergedRanges read(Archive archive, String entry, String part)
      throws IOException, XMLStreamException {
    MergedRanges merged = new MergedRanges(part);
    boolean plain;
    try (InputStream in = archive.bytes(entry)) {
      MergedRangeScan scan = new MergedRangeScan(merged::add);
      plain = scan.run(in);
    }
    if (!plain) {
      merged.readXml(archive, entry);
    }
    merged.ranges.sort(Comparator.comparingInt(range -> range.firstRow));
    return merged;
  }

  /**
   * Gives the cells of the next row what the sheet shows in them.
   *
   * @return whether a cell got the value of a row above
   */
  boolean apply(int row, List<Cell> cells) {
    if (ranges.isEmpty()) {
      return false;
    }
    begin(row, cells);
    boolean filled = false;
    for (Iterator<Range> each = underWay.iterator(); each.hasNext(); ) {
      Range range = each.next();
      if (range.lastRow < row) {
        each.remove();
      } else if (!cells.isEmpty()) {
        filled |= apply(range, row, cells);
      }
    }
    return filled;
  }

  private void begin(int row, List<Cell> cells) {
    while (next < ranges.size() && ranges.get(next).firstRow <= row) {
      Range range = ranges.get(next++);
      if (range.lastRow >= row) {
        boolean here = range.firstRow == row && range.firstColumn < cells.size();
        range.value = here ? cells.get(range.firstColumn) : null;
        underWay.add(range);
      }
    }
    if (underWay.size() > MOST_AT_A_ROW) {
      throw Damage.broken(part);
    }
  }

  private static boolean apply(Range range, int row, List<Cell> cells) {
    boolean filled = false;
    int last = Math.min(range.lastColumn, XlsxSheet.USED_COLUMNS - 1);
    for (int column = range.firstColumn; column <= last; column++) {
      if (row == range.firstRow && column == range.firstColumn) {
        continue;
      }
      Cell own = column < cells.size() ? cells.get(column) : null;
      if (own != null && !own.equals(range.value)) {
        cells.set(column, COVERED);
      } else if (own == null && range.value != null) {
        while (cells.size() <= column) {
          cells.add(null);
        }
        boolean below = column == range.firstColumn;
        cells.set(column, below ? range.value : COVERED);
        filled |= below;
      }
    }
    return filled;
  }

  private void readXml(Archive archive, String entry) throws IOException, XMLStreamException {
    try (SafeXml xml = archive.xml(entry)) {
      while (xml.nextElement()) {
        if (xml.name().equals("mergeCell")) {
          add(xml.attribute("ref"));
        }
      }
    }
  }

  private void add(String reference) {
    Matcher found = reference == null ? null : REFERENCE.matcher(reference);
    if (found == null || !found.find()) {
      return;
    }
    if (ranges.size() == MOST) {
      throw Damage.broken(part);
    }
    int firstColumn = XlsxSheet.columnOf(found.group(1));
    int lastColumn = XlsxSheet.columnOf(found.group(3));
    ranges.add(
        new Range(
            Integer.parseInt(found.group(2)),
            Integer.parseInt(found.group(4)),
            firstColumn,
            lastColumn));
  }
}

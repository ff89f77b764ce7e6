package org.liangpai.intake.file;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.FieldType;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.CellText;
import org.liangpai.intake.cell.RowParser;

/**
 * Finds the heading of a table among the first rows: below titles, and over several lines where
 * groups of columns have a name of their own.
 */
final class HeadingSearch {

  /** So many rows may stand above it. */
  static final int WITHIN = 10;

  private static final Pattern OTHER_AMOUNT = Pattern.compile("单位[:：]?(?:人民币)?[百千万亿]+元");

  private final Table table;
  private final Set<String> titles = new HashSet<>();
  private List<Cell> above = List.of();
  private List<Cell> line;
  private int rowsBefore;
  private boolean otherAmounts;
  private boolean over;

  HeadingSearch(Table table) {
    this.table = table;
  }

  /** Whether the row belongs to the heading or stands above it. */
  boolean takes(List<Cell> row) {
    if (over) {
      return false;
    }
    if (line == null) {
      look(row);
      return true;
    }
    if (continues(row)) {
      line = together(line, row);
      return true;
    }
    over = true;
    return false;
  }

  /** The lines of the heading put together, if it was found. */
  Optional<List<Cell>> found() {
    return Optional.ofNullable(line);
  }

  /** Whether the rows so far leave no hope. */
  boolean isHopeless() {
    return line == null && rowsBefore >= WITHIN;
  }

  int rowsBefore() {
    return rowsBefore;
  }

  /** Whether a row is a title that stood above the heading already, as on each printed page. */
  boolean isTitle(List<Cell> row) {
    return !titles.isEmpty() && filled(row) == 1 && titles.contains(onlyText(row));
  }

  /**
   * Whether a line above says that amounts are in ten thousands or the like, and there are some.
   */
  boolean tellsOtherAmounts() {
    return otherAmounts
        && line != null
        && line.stream()
            .flatMap(cell -> ColumnName.of(table, cell).stream())
            .anyMatch(name -> table.fields().get(name.field()).type() == FieldType.MONEY);
  }

  /**
   * How well the heading fits the table: the names of fields, or none if a needed one is missing.
   */
  int fit() {
    if (line == null) {
      return 0;
    }
    Set<Integer> named = new HashSet<>();
    line.forEach(cell -> ColumnName.of(table, cell).ifPresent(name -> named.add(name.field())));
    for (int i = 0; i < table.fields().size(); i++) {
      Field field = table.fields().get(i);
      if (field.need() == Need.COMPULSORY && !named.contains(i)) {
        return 0;
      }
    }
    return named.size();
  }

  private static boolean isOtherAmount(Cell cell) {
    return cell != null && OTHER_AMOUNT.matcher(CellText.bare(cell.text())).find();
  }

  private void look(List<Cell> row) {
    if (ColumnName.count(table, row) >= 2) {
      line = together(names(above), row);
      return;
    }
    rowsBefore++;
    otherAmounts |= row.stream().anyMatch(HeadingSearch::isOtherAmount);
    if (filled(row) == 1) {
      titles.add(onlyText(row));
    }
    above = new ArrayList<>(row);
  }

  /** A second line names fields too, and hardly anything else. */
  private boolean continues(List<Cell> row) {
    int names = ColumnName.count(table, row);
    return names > 0 && names * 2 >= filled(row);
  }

  private List<Cell> names(List<Cell> row) {
    List<Cell> names = new ArrayList<>();
    row.forEach(cell -> names.add(ColumnName.of(table, cell).isPresent() ? cell : null));
    return names;
  }

  /** The lower line counts, unless it is blank there or only the upper one names a field. */
  private List<Cell> together(List<Cell> upper, List<Cell> lower) {
    List<Cell> both = new ArrayList<>();
    for (int i = 0; i < Math.max(upper.size(), lower.size()); i++) {
      Cell low = i < lower.size() ? lower.get(i) : null;
      Cell high = i < upper.size() ? upper.get(i) : null;
      boolean isLow = ColumnName.of(table, low).isPresent();
      boolean isHigh = ColumnName.of(table, high).isPresent();
      both.add(!isLow && (isHigh || low == null) ? high : low);
    }
    return both;
  }

  private static int filled(List<Cell> row) {
    int filled = 0;
    for (Cell cell : row) {
      filled += RowParser.isFilled(cell) && cell.kind() != Cell.Kind.COVERED ? 1 : 0;
    }
    return filled;
  }

  private static String onlyText(List<Cell> row) {
    return row.stream()
        .filter(cell -> RowParser.isFilled(cell) && cell.kind() != Cell.Kind.COVERED)
        .map(cell -> CellText.bare(cell.text()))
        .findFirst()
        .orElse("");
  }
}

package org.liangpai.intake.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.CellText;
import org.liangpai.shared.Invalid;

/** Which column of a file holds which field of its table. */
final class Heading {

  /** The column of the error workbook that says why a row failed; an import passes it over. */
  static final String REASON = "错误原因";

  private final int[] fieldOfColumn;
  private final List<String> unknown;

  private Heading(int[] fieldOfColumn, List<String> unknown) {
    this.fieldOfColumn = fieldOfColumn;
    this.unknown = unknown;
  }

  /** Whether a row is the heading: a title above it names at most one field. */
  static boolean isHeading(Table table, List<Cell> cells) {
    return cells.stream().filter(cell -> cell != null && indexOf(table, cell.text()) >= 0).count()
        >= 2;
  }

  static Heading of(Table table, String name, List<Cell> cells) {
    int[] fieldOfColumn = new int[cells.size()];
    List<String> unknown = new ArrayList<>();
    boolean[] seen = new boolean[table.fields().size()];
    for (int i = 0; i < fieldOfColumn.length; i++) {
      fieldOfColumn[i] = -1;
      String text = cells.get(i) == null ? "" : CellText.trimmed(cells.get(i).text());
      int index = indexOf(table, text);
      if (index >= 0 && seen[index]) {
        throw new Invalid(name, "“" + name + "”的列“" + text + "”出现了两次");
      }
      if (index >= 0) {
        seen[index] = true;
        fieldOfColumn[i] = index;
      } else if (!text.isEmpty() && !text.equals(REASON)) {
        unknown.add(text);
      }
    }
    requireCompulsory(table, name, seen);
    return new Heading(fieldOfColumn, unknown);
  }

  /** Lays the cells of a row in the order of the table's fields; false if all are blank. */
  boolean arrange(List<Cell> cells, Cell[] target) {
    Arrays.fill(target, null);
    boolean filled = false;
    for (int i = 0; i < fieldOfColumn.length && i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (fieldOfColumn[i] >= 0 && cell != null && !CellText.trimmed(cell.text()).isEmpty()) {
        target[fieldOfColumn[i]] = cell;
        filled = true;
      }
    }
    return filled;
  }

  List<String> unknown() {
    return unknown;
  }

  private static void requireCompulsory(Table table, String name, boolean[] seen) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < seen.length; i++) {
      Field field = table.fields().get(i);
      if (!seen[i] && field.need() == Need.COMPULSORY) {
        missing.add(field.label());
      }
    }
    if (!missing.isEmpty()) {
      throw new Invalid(
          name, "“" + name + "”缺少必需的列：" + missing.stream().collect(Collectors.joining("、")));
    }
  }

  private static int indexOf(Table table, String text) {
    String wanted = CellText.normalised(text).replaceAll("\\s|\\*", "");
    for (int i = 0; i < table.fields().size(); i++) {
      Field field = table.fields().get(i);
      if (field.name().equalsIgnoreCase(wanted)
          || CellText.normalised(field.label()).equals(wanted)) {
        return i;
      }
    }
    return -1;
  }
}

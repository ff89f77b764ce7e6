package org.liangpai.intake.file;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.CellText;
import org.liangpai.intake.cell.RowParser;
import org.liangpai.shared.Invalid;

/** Which column of a file holds which field of its table. */
final class Heading {

  /** The column of the error workbook that says why a row failed; an import passes it over. */
  static final String REASON = "错误原因";

  private final Table table;
  private final String name;
  private final int[] fieldOfColumn;
  private final String[] texts;
  private final List<String> unknown = new ArrayList<>();

  private Heading(Table table, String name, List<Cell> cells) {
    this.table = table;
    this.name = name;
    this.fieldOfColumn = new int[cells.size()];
    this.texts = new String[cells.size()];
    Arrays.fill(fieldOfColumn, -1);
  }

  /** The heading whose lines have been put together to one; a name that stands twice is refused. */
  static Heading of(Table table, String name, List<Cell> cells) {
    Heading heading = new Heading(table, name, cells);
    int[] columnOf = new int[table.fields().size()];
    Arrays.fill(columnOf, -1);
    heading.assign(cells, columnOf, true);
    heading.assign(cells, columnOf, false);
    heading.listUnknown(cells);
    heading.requireCompulsory(columnOf);
    return heading;
  }

  /** Lays the cells of a row in the order of the table's fields; false if all are blank. */
  boolean arrange(List<Cell> cells, Cell[] target) {
    Arrays.fill(target, null);
    boolean filled = false;
    for (int i = 0; i < fieldOfColumn.length && i < cells.size(); i++) {
      Cell cell = cells.get(i);
      if (fieldOfColumn[i] >= 0 && RowParser.isFilled(cell)) {
        target[fieldOfColumn[i]] = cell;
        filled = true;
      }
    }
    return filled;
  }

  List<String> unknown() {
    return unknown;
  }

  /** The labels of those of the columns that hold a field. */
  List<String> labels(BitSet columns) {
    return columns.stream()
        .filter(column -> column < fieldOfColumn.length && fieldOfColumn[column] >= 0)
        .mapToObj(column -> table.fields().get(fieldOfColumn[column]).label())
        .toList();
  }

  /**
   * Whether a row repeats the heading; one whose columns lie otherwise is refused with the file.
   *
   * @param first the first filled cell of the row
   */
  boolean isRepeatedBy(List<Cell> cells, Cell first) {
    if (!mayBeRepeatedBy(cells, first)) {
      return false;
    }
    int filled = 0;
    int names = 0;
    boolean moved = false;
    for (int i = 0; i < cells.size(); i++) {
      Optional<ColumnName> found = ColumnName.of(table, cells.get(i));
      names += found.isPresent() ? 1 : 0;
      filled += RowParser.isFilled(cells.get(i)) ? 1 : 0;
      boolean known = i < fieldOfColumn.length && fieldOfColumn[i] >= 0;
      moved |= found.isPresent() && known && found.get().field() != fieldOfColumn[i];
    }
    if (names < 2 || names * 2 < filled) {
      return false;
    }
    if (moved) {
      throw new Invalid(name, "“" + name + "”中间又有一个表头，列的顺序与前面的不同，请分成两个文件导入");
    }
    return true;
  }

  private boolean mayBeRepeatedBy(List<Cell> cells, Cell first) {
    for (int i = 0; i < texts.length && i < cells.size(); i++) {
      if (texts[i] != null && cells.get(i) != null && texts[i].equals(cells.get(i).text())) {
        return true;
      }
    }
    return ColumnName.isPlain(table, first.text());
  }

  /** Plain names first: beside 支部名称, a column 支部名称（曾用名） is another one. */
  private void assign(List<Cell> cells, int[] columnOf, boolean plain) {
    for (int i = 0; i < cells.size(); i++) {
      refuseLost(cells.get(i));
      ColumnName found = ColumnName.of(table, cells.get(i)).orElse(null);
      if (found == null || found.isPlain() != plain) {
        continue;
      }
      Field field = table.fields().get(found.field());
      int before = columnOf[found.field()];
      if (before < 0) {
        refuseOtherUnit(found, field, cells.get(i));
        columnOf[found.field()] = i;
        fieldOfColumn[i] = found.field();
        texts[i] = cells.get(i).text();
      } else if (plain || !ColumnName.of(table, cells.get(before)).get().isPlain()) {
        throw new Invalid(
            name, "“" + name + "”的列“" + CellText.bare(cells.get(i).text()) + "”出现了两次");
      }
    }
  }

  private void refuseLost(Cell cell) {
    if (cell != null && cell.kind() == Cell.Kind.LOST) {
      throw new Invalid(name, "“" + name + "”的表头有文字不在文件中，文件已损坏，请用WPS或Excel打开核对后另存");
    }
  }

  private void refuseOtherUnit(ColumnName found, Field field, Cell cell) {
    if (found.hasOtherUnit(field)) {
      throw new Invalid(
          name,
          "“%s”的列“%s”单位是“%s”，与“%s”不同，请换算后去掉括号再导入"
              .formatted(name, CellText.bare(cell.text()), found.remark(), unit(field)));
    }
  }

  private static String unit(Field field) {
    return switch (field.type()) {
      case MONEY -> "元";
      case DECIMAL -> "学时";
      default -> field.name().endsWith("Minutes") ? "分钟" : "个";
    };
  }

  private void listUnknown(List<Cell> cells) {
    for (int i = 0; i < cells.size(); i++) {
      String text =
          cells.get(i) == null || ColumnName.isUnreadable(cells.get(i))
              ? ""
              : CellText.trimmed(cells.get(i).text());
      if (fieldOfColumn[i] < 0 && !text.isEmpty() && !text.equals(REASON)) {
        unknown.add(text);
      }
    }
  }

  private void requireCompulsory(int[] columnOf) {
    List<String> missing = new ArrayList<>();
    for (int i = 0; i < columnOf.length; i++) {
      Field field = table.fields().get(i);
      if (columnOf[i] < 0 && field.need() == Need.COMPULSORY) {
        missing.add(field.label());
      }
    }
    if (!missing.isEmpty()) {
      throw new Invalid(name, "“" + name + "”缺少必需的列：" + String.join("、", missing));
    }
  }
}

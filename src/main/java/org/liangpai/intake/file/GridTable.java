package org.liangpai.intake.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.CellParser;
import org.liangpai.intake.cell.CellText;
import org.liangpai.intake.cell.RowParser;
import org.liangpai.intake.cell.RowSink;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.shared.Invalid;

/** The rows of a table in a sheet or CSV file: below the heading, the example left out. */
final class GridTable implements TableSource {

  /** A row whose key begins so is the template's example. */
  static final String EXAMPLE = "示例";

  private static final int HEADING_WITHIN = 10;

  private final Table table;
  private final Grid grid;
  private final RowParser parser;
  private final Cell[] cells;
  private final List<String> warnings = new ArrayList<>();
  private Heading heading;
  private int before;

  GridTable(Table table, Grid grid, CellParser cells) {
    this.table = table;
    this.grid = grid;
    this.parser = new RowParser(table, cells);
    this.cells = new Cell[table.fields().size()];
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public void read(RowSink sink) throws IOException {
    grid.read((number, row) -> take(number, row, sink));
    if (heading == null && before > 0) {
      throw noHeading();
    }
    if (heading == null) {
      warnings.add("“" + grid.name() + "”是空的，没有表头，已忽略");
    } else if (!heading.unknown().isEmpty()) {
      warnings.add("“" + grid.name() + "”的这些列不在数据字典中，已忽略：" + abridged(heading.unknown()));
    }
  }

  @Override
  public boolean present() {
    return heading != null;
  }

  @Override
  public List<String> warnings() {
    return warnings;
  }

  private void take(int number, List<Cell> row, RowSink sink) throws IOException {
    if (heading == null) {
      if (Heading.isHeading(table, row)) {
        heading = Heading.of(table, grid.name(), row);
      } else if (++before >= HEADING_WITHIN) {
        throw noHeading();
      }
      return;
    }
    if (heading.arrange(row, cells) && !isExample()) {
      sink.accept(parser.parse(number, cells));
    }
  }

  /** The key is the first field of every table. */
  private boolean isExample() {
    return cells[0] != null && CellText.trimmed(cells[0].text()).startsWith(EXAMPLE);
  }

  private Invalid noHeading() {
    return new Invalid(
        grid.name(), "“" + grid.name() + "”的前" + HEADING_WITHIN + "行中没有找到表头，表头应为数据字典的中文名或英文名");
  }

  private static String abridged(List<String> names) {
    String all = String.join("、", names.subList(0, Math.min(20, names.size())));
    return all.length() > 500 ? all.substring(0, 500) + "…" : all;
  }
}

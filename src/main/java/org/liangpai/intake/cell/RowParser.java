package org.liangpai.intake.cell;

import java.util.ArrayList;
import java.util.List;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowText;
import org.liangpai.dictionary.Table;

/** Makes typed and checked rows of one table. */
public final class RowParser {

  private final Table table;
  private final CellParser cells;

  public RowParser(Table table, CellParser cells) {
    this.table = table;
    this.cells = cells;
  }

  /** The row of the cells, which lie in the order of the table's fields; a missing one is null. */
  public StagedRow parse(int number, Cell[] found) {
    List<Field> fields = table.fields();
    Object[] values = new Object[fields.size()];
    List<Fault> faults = new ArrayList<>(0);
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = cells.parse(fields.get(i), found[i]);
      } catch (BadCell bad) {
        faults.add(Fault.of(fields.get(i), found[i].text(), bad.getMessage()));
      }
    }
    Row row = new Row(table, values);
    RowChecks.check(row, faults);
    return new StagedRow(number, row, faults, faults.isEmpty() ? null : raw(found));
  }

  /** A row that is typed already; it is checked like any other. */
  public static StagedRow typed(int number, Row row) {
    List<Fault> faults = new ArrayList<>(0);
    RowChecks.check(row, faults);
    if (faults.isEmpty()) {
      return new StagedRow(number, row, faults, null);
    }
    List<String> raw =
        row.table().fields().stream()
            .map(field -> RowText.of(field, row.get(field.name())))
            .toList();
    return new StagedRow(number, row, faults, raw);
  }

  private static List<String> raw(Cell[] found) {
    List<String> raw = new ArrayList<>(found.length);
    for (Cell cell : found) {
      raw.add(cell == null ? "" : cell.text());
    }
    return raw;
  }
}

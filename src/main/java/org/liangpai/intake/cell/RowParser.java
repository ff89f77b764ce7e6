package org.liangpai.intake.cell;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
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
    BitSet bad = new BitSet();
    for (int i = 0; i < values.length; i++) {
      try {
        values[i] = cells.parse(fields.get(i), found[i]);
        if (values[i] == null && fields.get(i).need() == Need.COMPULSORY && isFilled(found[i])) {
          faults.add(saysNothing(fields.get(i), found[i].text()));
        }
      } catch (BadCell refused) {
        bad.set(i);
        faults.add(Fault.of(fields.get(i), found[i].text(), refused.getMessage()));
      }
    }
    Row row = new Row(table, values);
    RowChecks.check(row, faults);
    return new StagedRow(number, row, faults, faults.isEmpty() ? null : raw(found, bad));
  }

  /** Whether something stands in a cell, be it a word that says nothing. */
  public static boolean isFilled(Cell cell) {
    return cell != null && !CellText.trimmed(cell.text()).isEmpty();
  }

  private static Fault saysNothing(Field field, String value) {
    return Fault.of(
        field,
        value,
        field.label() + "“" + Fault.abridged(value) + "”等于没有填写，" + field.label() + "是必填项");
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

  /** The texts of the cells, to be given back in columns of texts and mended there. */
  private List<String> raw(Cell[] found, BitSet bad) {
    List<String> raw = new ArrayList<>(found.length);
    for (int i = 0; i < found.length; i++) {
      raw.add(found[i] == null ? "" : raw(table.fields().get(i), found[i], bad.get(i)));
    }
    return raw;
  }

  /** What was wrong with a number may be right with a text: then it is not given back at all. */
  private String raw(Field field, Cell cell, boolean bad) {
    String text = cell.raw(field.type());
    try {
      boolean mended = bad && cells.parse(field, Cell.text(text)) != null;
      return mended ? CellParser.TO_FILL_AGAIN : text;
    } catch (BadCell stillBad) {
      return text;
    }
  }
}

package org.liangpai.intake.fact;

import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowText;
import org.liangpai.intake.cell.Fault;

/** A field whose value does not agree with the others of its row, and why not. */
record Flaw(String field, String why) {

  /** The sentence about the row that it is found in. */
  Fault in(Row row) {
    Field blamed = row.table().field(field);
    String value = Fault.abridged(RowText.of(blamed, row.get(field)));
    return new Fault(field, value, blamed.label() + "“" + value + "”" + why);
  }
}

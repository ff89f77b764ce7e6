package org.liangpai.intake.cell;

import java.io.IOException;
import java.util.Iterator;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** A source of rows that need no parsing. */
record TypedRows(Table table, Iterator<Row> rows) implements TableSource {

  @Override
  public void read(RowSink sink) throws IOException {
    int number = 0;
    while (rows.hasNext()) {
      sink.accept(RowParser.typed(++number, rows.next()));
    }
  }
}

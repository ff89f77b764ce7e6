package org.liangpai.intake.cell;

import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** The rows of one table of an upload, read once from the first to the last. */
public interface TableSource {

  Table table();

  /** Hands every row to the sink. */
  void read(RowSink sink) throws IOException;

  /** Whether the table was there at all, even if without rows; asked after reading. */
  default boolean present() {
    return true;
  }

  /** What the user should know though nothing was refused; asked after reading. */
  default List<String> warnings() {
    return List.of();
  }

  /** Rows that are typed already; they are numbered from 1. */
  static TableSource of(Table table, Iterator<Row> rows) {
    return new TypedRows(table, rows);
  }
}

package org.liangpai.intake.file;

import java.io.IOException;
import java.util.List;
import org.liangpai.intake.cell.Cell;

/** Rows of cells, before anybody knows what they mean. */
interface Grid {

  /** Takes one row; the list is used again for the next one. Blank cells are null. */
  interface Sink {
    void accept(int number, List<Cell> cells) throws IOException;
  }

  /** What the user calls it: the name of the sheet or of the file. */
  String name();

  /** Hands over every row that is not blank. */
  void read(Sink sink) throws IOException;
}

package org.liangpai.intake.file;

import java.io.IOException;
import java.util.BitSet;

/** Rows of cells, before anybody knows what they mean. */
interface Grid {

  /** Takes one row, whose list of cells is used again for the next; false if it wants no more. */
  interface Sink {
    boolean accept(GridRow row) throws IOException;
  }

  /** What the user calls it: the name of the sheet or of the file. */
  String name();

  /** Hands over every row that is not blank, as long as more are wanted. */
  void read(Sink sink) throws IOException;

  /** The columns that the sheet hides, counted from zero; asked after reading. */
  default BitSet hiddenColumns() {
    return new BitSet();
  }
}

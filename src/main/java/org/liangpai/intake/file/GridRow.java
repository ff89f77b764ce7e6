package org.liangpai.intake.file;

import java.util.List;
import org.liangpai.intake.cell.Cell;

/**
 * A row of cells, before anybody knows what they mean.
 *
 * @param number the number that a spreadsheet shows beside it
 * @param cells its cells, used again for the next row; blank ones are null
 * @param hidden whether the sheet hides it
 * @param merged whether a cell was filled in from a merged range that begins above
 */
record GridRow(int number, List<Cell> cells, boolean hidden, boolean merged) {

  static GridRow plain(int number, List<Cell> cells) {
    return new GridRow(number, cells, false, false);
  }
}

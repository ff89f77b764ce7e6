package org.liangpai.intake.file;

import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Need;
import org.liangpai.dictionary.Table;

/** The look of a sheet of one table: heading, notes, widths, drop-downs. */
final class SheetLayout {

  private static final int ROWS_WITH_DROP_DOWN = 50_000;
  private static final int LONGEST_LIST = 250;
  private static final String HEADING_COLOUR = "DCE6F1";
  private static final String COMPULSORY_COLOUR = "F8CBAD";

  private SheetLayout() {}

  /** A new sheet with its heading in the first row. */
  static Worksheet sheet(Workbook workbook, Table table, List<Choice> domains) {
    Worksheet sheet = workbook.newWorksheet(table.label());
    sheet.freezePane(1, 1);
    int index = 0;
    for (Field field : table.fields()) {
      Column column = new Column(field, domains);
      if (column.isText()) {
        sheet.style(index).format("@").set();
      }
      sheet.width(index, column.width());
      heading(sheet, index, field.label(), isCompulsory(field));
      sheet.comment(0, index, column.comment());
      addDropDown(sheet, index, column.dropDown());
      index++;
    }
    return sheet;
  }

  static void heading(Worksheet sheet, int index, String label, boolean compulsory) {
    sheet.inlineString(0, index, label);
    sheet
        .style(0, index)
        .bold()
        .wrapText(true)
        .fillColor(compulsory ? COMPULSORY_COLOUR : HEADING_COLOUR)
        .set();
  }

  private static boolean isCompulsory(Field field) {
    return field.need() == Need.COMPULSORY;
  }

  private static void addDropDown(Worksheet sheet, int index, List<String> labels) {
    String list = String.join(",", labels);
    if (!list.isEmpty() && list.length() <= LONGEST_LIST) {
      sheet
          .range(1, index, ROWS_WITH_DROP_DOWN, index)
          .validateWithListByFormula("\"" + list + "\"")
          .allowBlank(true)
          .error("请从下拉列表中选择")
          .errorTitle("内容不在可选范围内");
    }
  }
}

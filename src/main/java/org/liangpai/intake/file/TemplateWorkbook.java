package org.liangpai.intake.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;

/** The empty workbook that branches fill: four sheets with notes, drop-downs and an example. */
public final class TemplateWorkbook {

  private final List<Choice> domains;

  public TemplateWorkbook(List<Choice> domains) {
    this.domains = domains;
  }

  public void write(OutputStream out) throws IOException {
    try (Workbook workbook = new Workbook(out, "liangpai", null)) {
      for (Table table : Table.values()) {
        Worksheet sheet = SheetLayout.sheet(workbook, table, domains);
        int index = 0;
        for (Field field : table.fields()) {
          sheet.inlineString(1, index, new Column(field, domains).example());
          sheet.style(1, index).italic().fontColor("808080").set();
          index++;
        }
        sheet.finish();
      }
    }
  }
}

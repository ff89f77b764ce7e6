package org.liangpai.pages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xssf.usermodel.XSSFRow;
import org.apache.poi.xssf.usermodel.XSSFSheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.RowText;
import org.liangpai.dictionary.Table;

/** A workbook as a clerk fills it: one sheet a table, with Chinese labels. */
final class Workbook {

  private final XSSFWorkbook workbook = new XSSFWorkbook();

  Workbook with(Table table, List<Row> rows) {
    XSSFSheet sheet = workbook.createSheet(table.label());
    XSSFRow heading = sheet.createRow(0);
    for (int i = 0; i < table.fields().size(); i++) {
      Field field = table.fields().get(i);
      heading.createCell(i).setCellValue(field.label());
      for (int row = 0; row < rows.size(); row++) {
        XSSFRow line = i == 0 ? sheet.createRow(row + 1) : sheet.getRow(row + 1);
        line.createCell(i).setCellValue(RowText.of(field, rows.get(row).get(i)));
      }
    }
    return this;
  }

  Path saved(Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      workbook.write(out);
    }
    return file;
  }
}

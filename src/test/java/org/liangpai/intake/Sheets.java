package org.liangpai.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Workbooks of the tests, written by another library than the one that reads them. */
final class Sheets {

  private final XSSFWorkbook workbook = new XSSFWorkbook();

  XSSFWorkbook workbook() {
    return workbook;
  }

  /** Adds a sheet of texts from CSV without quotes. */
  Sheet add(String name, String csv) {
    Sheet sheet = workbook.createSheet(name);
    int row = 0;
    for (String line : csv.split("\n")) {
      int column = 0;
      var cells = sheet.createRow(row++);
      for (String text : line.split(",", -1)) {
        if (!text.isEmpty()) {
          cells.createCell(column).setCellValue(text);
        }
        column++;
      }
    }
    return sheet;
  }

  byte[] bytes() {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      workbook.write(out);
      return out.toByteArray();
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  static XSSFWorkbook open(byte[] bytes) {
    try {
      return new XSSFWorkbook(new ByteArrayInputStream(bytes));
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  /** A copy of a workbook with the text of its parts changed. */
  static byte[] tampered(byte[] workbook, BiFunction<String, String, String> change) {
    return tampered(workbook, UnaryOperator.identity(), change);
  }

  /** As before, with the names of the parts changed too. */
  static byte[] tampered(
      byte[] workbook, UnaryOperator<String> rename, BiFunction<String, String, String> change) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        parts.put(
            rename.apply(entry.getName()),
            change.apply(entry.getName(), text).getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    return zip(parts);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue());
      }
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
    return bytes.toByteArray();
  }
}

package org.liangpai.intake.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Workbooks written by hand, as no library would write them. */
final class RawWorkbook {

  private static final String PACKAGE =
      "http://schemas.openxmlformats.org/package/2006/relationships";
  private static final String OFFICE =
      "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

  private final Map<String, String> parts = new LinkedHashMap<>();
  private final StringBuilder sheets = new StringBuilder();
  private final StringBuilder relations = new StringBuilder();
  private String workbook = "xl/workbook.xml";
  private String settings = "";
  private int count;

  /** A workbook of one sheet. */
  static RawWorkbook sheet(String name, String rows) {
    return new RawWorkbook().and(name, "", rows);
  }

  /** Adds a sheet of the rows' XML with what may stand before and after them. */
  RawWorkbook and(String name, String state, String rows) {
    count++;
    String data = rows.contains("<sheetData") ? rows : "<sheetData>" + rows + "</sheetData>";
    parts.put("xl/worksheets/sheet" + count + ".xml", "<worksheet>" + data + "</worksheet>");
    sheets.append(
        "<sheet name=\"%s\" sheetId=\"%d\" %s r:id=\"r%d\"/>".formatted(name, count, state, count));
    relate("r" + count, "worksheet", "/xl/worksheets/sheet" + count + ".xml");
    return this;
  }

  RawWorkbook strings(String... texts) {
    StringBuilder table = new StringBuilder("<sst>");
    for (String text : texts) {
      table.append("<si><t>").append(text).append("</t></si>");
    }
    parts.put("xl/sharedStrings.xml", table.append("</sst>").toString());
    relate("rs", "sharedStrings", "/xl/sharedStrings.xml");
    return this;
  }

  /** Style 0 is general, style n has the n-th of these formats. */
  RawWorkbook formats(String... codes) {
    StringBuilder own = new StringBuilder();
    StringBuilder styles = new StringBuilder("<xf numFmtId=\"0\"/>");
    int id = 164;
    for (String code : codes) {
      own.append(
          "<numFmt numFmtId=\"%d\" formatCode=\"%s\"/>"
              .formatted(id, code.replace("\"", "&quot;")));
      styles.append("<xf numFmtId=\"%d\"/>".formatted(id++));
    }
    parts.put(
        "xl/styles.xml",
        "<styleSheet><numFmts>" + own + "</numFmts><cellXfs>" + styles + "</cellXfs></styleSheet>");
    relate("ry", "styles", "/xl/styles.xml");
    return this;
  }

  RawWorkbook relate(String id, String type, String target) {
    relations.append(relation(id, type, target));
    return this;
  }

  RawWorkbook settings(String xml) {
    settings = xml;
    return this;
  }

  /** Where the workbook itself lies. */
  RawWorkbook at(String entry) {
    workbook = entry;
    return this;
  }

  RawWorkbook without(String part) {
    parts.remove(part);
    return this;
  }

  byte[] bytes() {
    Map<String, String> all = new LinkedHashMap<>(parts);
    int slash = workbook.lastIndexOf('/') + 1;
    all.put("_rels/.rels", relations(relation("r1", "officeDocument", workbook)));
    all.put(
        workbook,
        "<workbook xmlns:r=\""
            + OFFICE
            + "\">"
            + settings
            + "<sheets>"
            + sheets
            + "</sheets></workbook>");
    all.put(
        workbook.substring(0, slash) + "_rels/" + workbook.substring(slash) + ".rels",
        relations(relations.toString()));
    return zip(all);
  }

  static byte[] zip(Map<String, String> parts) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, String> part : parts.entrySet()) {
        out.putNextEntry(new ZipEntry(part.getKey()));
        out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return bytes.toByteArray();
  }

  /** Rows of texts from CSV without quotes, numbered from the given one; {@code <} begins XML. */
  static String rows(int first, String csv) {
    StringBuilder rows = new StringBuilder();
    int number = first;
    for (String line : csv.split("\n")) {
      rows.append(row(number++, "", line));
    }
    return rows.toString();
  }

  /** One row, whose cells that begin with {@code <c} are taken as they are. */
  static String row(int number, String attributes, String line) {
    StringBuilder row = new StringBuilder("<row r=\"%d\" %s>".formatted(number, attributes));
    int column = 0;
    for (String text : line.split(",", -1)) {
      String reference = (char) ('A' + column++) + String.valueOf(number);
      if (text.startsWith("<c")) {
        row.append("<c r=\"").append(reference).append('"').append(text.substring(2));
      } else if (!text.isEmpty()) {
        row.append("<c r=\"%s\" t=\"inlineStr\"><is><t>%s</t></is></c>".formatted(reference, text));
      }
    }
    return row.append("</row>").toString();
  }

  private static String relations(String inner) {
    return "<Relationships xmlns=\"" + PACKAGE + "\">" + inner + "</Relationships>";
  }

  private static String relation(String id, String type, String target) {
    return "<Relationship Id=\"%s\" Type=\"%s/%s\" Target=\"%s\"/>"
        .formatted(id, OFFICE, type, target);
  }
}

package org.liangpai.intake.file;

import java.io.IOException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** Which styles of a workbook show a number as a date. */
final class CellStyles {

  private static final long LARGEST = 32L << 20;

  private final BitSet dates = new BitSet();

  private CellStyles() {}

  static CellStyles read(Archive archive, String entry) throws IOException, XMLStreamException {
    CellStyles styles = new CellStyles();
    if (entry == null || !archive.has(entry)) {
      return styles;
    }
    Map<String, Boolean> own = new HashMap<>();
    try (SafeXml xml = archive.xml(entry, LARGEST)) {
      boolean inCells = false;
      int index = 0;
      while (xml.nextElement()) {
        switch (xml.name()) {
          case "numFmt" -> own.put(xml.attribute("numFmtId"), isDate(xml.attribute("formatCode")));
          case "cellXfs" -> inCells = true;
          case "cellStyles", "dxfs", "cellStyleXfs" -> inCells = false;
          case "xf" -> {
            if (inCells) {
              String id = xml.attribute("numFmtId");
              styles.dates.set(index++, own.getOrDefault(id, isBuiltInDate(id)));
            }
          }
          default -> {
            // Fonts, fills and borders say nothing about values.
          }
        }
      }
    }
    return styles;
  }

  boolean isDate(int style) {
    return style >= 0 && dates.get(style);
  }

  /** The numbers that the format reserves for dates and times, the East Asian ones included. */
  private static boolean isBuiltInDate(String id) {
    if (id == null || !id.matches("\\d{1,4}")) {
      return false;
    }
    int number = Integer.parseInt(id);
    return number >= 14 && number <= 22
        || number >= 27 && number <= 36
        || number >= 45 && number <= 47
        || number >= 50 && number <= 58;
  }

  private static boolean isDate(String code) {
    if (code == null) {
      return false;
    }
    String bare = code.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.|_.", "");
    return bare.matches("(?s).*[yYmMdD].*") && !bare.contains("General");
  }
}

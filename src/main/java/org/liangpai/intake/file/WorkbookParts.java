package org.liangpai.intake.file;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/**
 * Where the parts of a workbook lie in its archive. Most programs use the same names, but only what
 * the workbook says counts.
 *
 * @param sheets the sheets by the id under which the workbook lists them
 * @param strings the shared texts, or null
 * @param styles the styles, or null
 */
record WorkbookParts(Map<String, String> sheets, String strings, String styles) {

  private static final String PART = "xl/_rels/workbook.xml.rels";
  private static final long LARGEST = 16L << 20;

  static WorkbookParts read(Archive archive) throws IOException, XMLStreamException {
    Map<String, String> sheets = new HashMap<>();
    String strings = null;
    String styles = null;
    try (SafeXml xml = archive.xml(PART, LARGEST)) {
      while (xml.nextElement()) {
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (type == null || target == null) {
          continue;
        }
        String entry = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        switch (type.substring(type.lastIndexOf('/') + 1)) {
          case "worksheet" -> sheets.put(xml.attribute("Id"), entry);
          case "sharedStrings" -> strings = entry;
          case "styles" -> styles = entry;
          default -> {
            // Themes, charts and macros say nothing about rows.
          }
        }
      }
    }
    return new WorkbookParts(sheets, strings, styles);
  }
}

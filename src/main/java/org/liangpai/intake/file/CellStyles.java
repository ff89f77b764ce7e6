package org.liangpai.intake.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamException;

/** How the styles of a workbook show a number. */
final class CellStyles {

  private static final long LARGEST = 32L << 20;
  private static final int MOST = 100_000;

  private final List<NumberFormat> formats = new ArrayList<>();

  private CellStyles() {}

  static CellStyles read(Archive archive, String entry, String part)
      throws IOException, XMLStreamException {
    CellStyles styles = new CellStyles();
    if (entry == null) {
      return styles;
    }
    Map<String, NumberFormat> own = new HashMap<>();
    try (SafeXml xml = archive.xml(entry, LARGEST)) {
      boolean inCells = false;
      while (xml.nextElement()) {
        switch (xml.name()) {
          case "numFmt" ->
              own.put(xml.attribute("numFmtId"), NumberFormat.of(xml.attribute("formatCode")));
          case "cellXfs" -> inCells = true;
          case "cellStyles", "dxfs", "cellStyleXfs" -> inCells = false;
          case "xf" -> {
            if (inCells) {
              String id = xml.attribute("numFmtId");
              NumberFormat format = own.get(id);
              styles.formats.add(format == null ? NumberFormat.builtIn(id) : format);
              if (styles.formats.size() > MOST) {
                throw Damage.broken(part);
              }
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

  /** The format of a style, given by its number; that of no style is general. */
  NumberFormat format(String style) {
    if (style == null) {
      return NumberFormat.GENERAL;
    }
    int index = Integer.parseInt(style);
    return index >= 0 && index < formats.size() ? formats.get(index) : NumberFormat.GENERAL;
  }
}

package org.liangpai.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** A workbook in the xlsx format, as WPS, Excel and others write it. */
final class XlsxFile implements Closeable {

  private static final String WORKBOOK = "xl/workbook.xml";
  private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
  private static final long LARGEST = 16L << 20;
  private static final int MOST_SHEETS = 500;

  private final Archive archive;
  private final String part;
  private final List<XlsxSheet> sheets = new ArrayList<>();
  private CellStyles styles;
  private SharedStrings strings;
  private boolean startsIn1904;

  private XlsxFile(Archive archive, String part) {
    this.archive = archive;
    this.part = part;
  }

  static XlsxFile open(Path path, String part) throws IOException {
    Archive archive = Archive.open(path, part);
    XlsxFile file = new XlsxFile(archive, part);
    try {
      if (!archive.has(WORKBOOK)) {
        throw Damage.of(part, "文件不是xlsx工作簿，请用WPS或Excel另存为xlsx后导入");
      }
      file.styles = CellStyles.read(archive);
      file.strings = SharedStrings.read(archive, part);
      file.readSheets(file.readRelations());
      return file;
    } catch (XMLStreamException | ZipException damaged) {
      archive.close();
      throw Damage.broken(part);
    } catch (IOException | RuntimeException failed) {
      archive.close();
      throw failed;
    }
  }

  /** The sheets that the user can see, in their order. */
  List<XlsxSheet> sheets() {
    return sheets;
  }

  Archive archive() {
    return archive;
  }

  String part() {
    return part;
  }

  CellStyles styles() {
    return styles;
  }

  SharedStrings strings() {
    return strings;
  }

  boolean startsIn1904() {
    return startsIn1904;
  }

  private Map<String, String> readRelations() throws IOException, XMLStreamException {
    Map<String, String> targets = new HashMap<>();
    try (SafeXml xml = archive.xml(RELATIONS, LARGEST)) {
      while (xml.nextElement()) {
        String type = xml.attribute("Type");
        String target = xml.attribute("Target");
        if (type != null && target != null && type.endsWith("/worksheet")) {
          targets.put(
              xml.attribute("Id"), target.startsWith("/") ? target.substring(1) : "xl/" + target);
        }
      }
    }
    return targets;
  }

  private void readSheets(Map<String, String> targets) throws IOException, XMLStreamException {
    try (SafeXml xml = archive.xml(WORKBOOK, LARGEST)) {
      while (xml.nextElement()) {
        if (xml.name().equals("workbookPr")) {
          String flag = xml.attribute("date1904");
          startsIn1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.name().equals("sheet")) {
          String name = xml.attribute("name");
          String state = xml.attribute("state");
          String target = targets.get(xml.attribute("id"));
          if (name != null && target != null && (state == null || state.equals("visible"))) {
            sheets.add(new XlsxSheet(this, name, target));
          }
          if (sheets.size() > MOST_SHEETS) {
            throw Damage.broken(part);
          }
        }
      }
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}

package org.liangpai.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;

/** A workbook in the xlsx format, as WPS, Excel and others write it. */
final class XlsxFile implements Closeable {

  private static final String WORKBOOK = "xl/workbook.xml";
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
      WorkbookParts parts = WorkbookParts.read(archive);
      file.styles = CellStyles.read(archive, parts.styles());
      file.strings = SharedStrings.read(archive, parts.strings(), part);
      file.readSheets(parts.sheets());
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

package org.liangpai.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.liangpai.intake.file.Relationships.Relationship;

/** A workbook in the xlsx format, as WPS, Excel and others write it. */
final class XlsxFile implements Closeable {

  /** Where the workbook lies, should the archive not tell. */
  private static final String USUAL_WORKBOOK = "xl/workbook.xml";

  private static final long LARGEST = 16L << 20;
  private static final int MOST_SHEETS = 500;

  private final Archive archive;
  private final String part;
  private final List<XlsxSheet> sheets = new ArrayList<>();
  private final List<String> hiddenSheets = new ArrayList<>();

  /** A sheet as the workbook lists it. */
  private record Listed(String name, String state, String id) {}

  private XlsxFile(Archive archive, String part) {
    this.archive = archive;
    this.part = part;
  }

  static XlsxFile open(Path path, String part) throws IOException {
    Archive archive = Archive.open(path, part);
    XlsxFile file = new XlsxFile(archive, part);
    try {
      file.read();
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

  /** The names of those that the user cannot see; they are not read. */
  List<String> hiddenSheets() {
    return hiddenSheets;
  }

  private void read() throws IOException, XMLStreamException {
    String workbook = Relationships.of(archive, "").ofType("officeDocument").orElse(USUAL_WORKBOOK);
    if (!archive.has(workbook) || !isWorkbook(workbook)) {
      throw Damage.of(part, archive.describe() + "，请用WPS或Excel另存为xlsx后导入");
    }
    Relationships parts = Relationships.of(archive, workbook);
    List<Listed> listed = new ArrayList<>();
    boolean since1904 = false;
    try (SafeXml xml = archive.xml(workbook, LARGEST)) {
      while (xml.nextElement()) {
        if (xml.name().equals("workbookPr")) {
          String flag = xml.attribute("date1904");
          since1904 = "1".equals(flag) || "true".equals(flag);
        } else if (xml.name().equals("sheet")) {
          listed.add(
              new Listed(xml.attribute("name"), xml.attribute("state"), xml.attribute("id")));
          if (listed.size() > MOST_SHEETS) {
            throw Damage.broken(part);
          }
        }
      }
    }
    CellStyles styles = CellStyles.read(archive, parts.ofType("styles").orElse(null), part);
    SharedStrings strings =
        SharedStrings.read(archive, parts.ofType("sharedStrings").orElse(null), part);
    CellValues values = new CellValues(strings, styles, since1904);
    for (Listed sheet : listed) {
      add(sheet, parts, values);
    }
  }

  /** A text document tells its own part under the same type. */
  private boolean isWorkbook(String entry) throws IOException, XMLStreamException {
    if (entry.endsWith(".bin")) {
      return false;
    }
    try (SafeXml xml = archive.xml(entry, LARGEST)) {
      return xml.nextElement() && xml.name().equals("workbook");
    }
  }

  /** A sheet whose part is not in the file is damage; one that holds a chart is none of ours. */
  private void add(Listed sheet, Relationships parts, CellValues values) {
    Relationship found = parts.withId(sheet.id()).orElseThrow(() -> Damage.broken(part));
    if (sheet.name() == null || !found.type().equals("worksheet")) {
      return;
    }
    if (sheet.state() != null && !sheet.state().equals("visible")) {
      hiddenSheets.add(sheet.name());
    } else {
      sheets.add(new XlsxSheet(archive, part, sheet.name(), found.entry(), values));
    }
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}

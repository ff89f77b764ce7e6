package org.liangpai.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A Word document or Excel workbook of the present form. */
final class OfficeArchive {

  /** The part by which one is known. */
  static final String MAIN = "[Content_Types].xml";

  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";

  private OfficeArchive() {}

  static FileType typeOf(ZipFile zip, ZipEntry main, List<? extends ZipEntry> entries)
      throws IOException, XMLStreamException {
    Set<String> contents = contentTypes(zip.getInputStream(main));
    if (entries.stream().anyMatch(OfficeArchive::isMacro)
        || contents.stream().anyMatch(type -> type.contains("macroenabled"))) {
      throw FileContent.macros();
    }
    if (contents.contains(DOCX)) {
      return FileType.DOCX;
    }
    if (contents.contains(XLSX)) {
      return FileType.XLSX;
    }
    throw FileContent.other();
  }

  private static boolean isMacro(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
  }

  private static Set<String> contentTypes(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = DocumentArchive.xml(in);
    Set<String> types = new HashSet<>();
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamReader.START_ELEMENT) {
        String type = xml.getAttributeValue(null, "ContentType");
        if (type != null) {
          types.add(type.strip().toLowerCase(Locale.ROOT));
        }
      }
    }
    return types;
  }
}

package org.liangpai.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.liangpai.shared.Invalid;

/** A Word document or Excel workbook of the present form, which is a zip archive. */
final class OfficeArchive {

  private static final String CONTENT_TYPES = "[Content_Types].xml";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml";
  private static final int MOST_PARTS = 5_000;
  private static final int BUFFER = 1 << 16;

  private OfficeArchive() {}

  static FileType typeOf(Path file, long mostUnpacked) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      ZipEntry types = zip.getEntry(CONTENT_TYPES);
      if (types == null) {
        throw FileContent.other();
      }
      requireBounded(zip, entries, mostUnpacked);
      Set<String> contents = contentTypes(zip.getInputStream(types));
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
    } catch (ZipException | IllegalArgumentException | XMLStreamException damaged) {
      throw FileContent.broken();
    }
  }

  /** What the archive says about its sizes is not believed: everything is read once. */
  private static void requireBounded(
      ZipFile zip, List<? extends ZipEntry> entries, long mostUnpacked) throws IOException {
    if (entries.size() > MOST_PARTS) {
      throw tooBig();
    }
    byte[] buffer = new byte[BUFFER];
    long unpacked = 0;
    for (ZipEntry entry : entries) {
      try (InputStream in = zip.getInputStream(entry)) {
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
          unpacked += count;
          if (unpacked > mostUnpacked) {
            throw tooBig();
          }
        }
      }
    }
  }

  private static boolean isMacro(ZipEntry entry) {
    return entry.getName().toLowerCase(Locale.ROOT).endsWith("vbaproject.bin");
  }

  private static Set<String> contentTypes(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader xml = factory.createXMLStreamReader(in);
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

  private static Invalid tooBig() {
    return new Invalid(FileContent.FIELD, "文件解压后过大，可能是恶意压缩的文件，已拒绝");
  }
}

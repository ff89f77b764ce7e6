package org.liangpai.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.liangpai.shared.Invalid;

/** A document that is a zip archive of its parts: Word, Excel or OFD. */
final class DocumentArchive {

  private static final int MOST_PARTS = 5_000;
  private static final int BUFFER = 1 << 16;

  private DocumentArchive() {}

  static FileType typeOf(Path file, long mostUnpacked) throws IOException {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      List<? extends ZipEntry> entries = Collections.list(zip.entries());
      ZipEntry office = zip.getEntry(OfficeArchive.MAIN);
      ZipEntry ofd = zip.getEntry(OfdArchive.MAIN);
      if (office == null && ofd == null) {
        throw FileContent.other();
      }
      requireBounded(zip, entries, mostUnpacked);
      return office != null
          ? OfficeArchive.typeOf(zip, office, entries)
          : OfdArchive.typeOf(zip, ofd, entries);
    } catch (ZipException | IllegalArgumentException | XMLStreamException damaged) {
      throw FileContent.broken();
    }
  }

  /** A reader that neither follows document types nor fetches anything. */
  static XMLStreamReader xml(InputStream in) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory.createXMLStreamReader(in);
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

  private static Invalid tooBig() {
    return new Invalid(FileContent.FIELD, "文件解压后过大，可能是恶意压缩的文件，已拒绝");
  }
}

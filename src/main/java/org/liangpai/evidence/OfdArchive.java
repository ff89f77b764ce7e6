package org.liangpai.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.liangpai.shared.Invalid;

/** An official document in OFD (GB/T 33190), the form in which offices exchange their papers. */
final class OfdArchive {

  /** The part by which one is known. */
  static final String MAIN = "OFD.xml";

  private static final String NAMESPACE = "http://www.ofdspec.org/2016";
  private static final String TYPE = "OFD";

  /** What a program or a browser would run; a document of text and pictures has none of it. */
  private static final Pattern RUNNABLE =
      Pattern.compile(
          ".*\\.(exe|dll|com|scr|msi|bat|cmd|ps1|vbs?|wsf|sh|js|jse|mjs|jar|class|py|hta|html?|xhtml|svg|swf|lnk)");

  private OfdArchive() {}

  static FileType typeOf(ZipFile zip, ZipEntry main, List<? extends ZipEntry> entries)
      throws IOException, XMLStreamException {
    List<String> documents = documents(zip.getInputStream(main));
    if (documents.isEmpty() || documents.stream().anyMatch(path -> zip.getEntry(path) == null)) {
      throw FileContent.broken();
    }
    if (entries.stream().map(ZipEntry::getName).anyMatch(OfdArchive::isRunnable)) {
      throw new Invalid(FileContent.FIELD, "OFD文件里带有程序或脚本，已拒绝，请另存为不带附件的OFD或PDF");
    }
    return FileType.OFD;
  }

  private static boolean isRunnable(String name) {
    return RUNNABLE.matcher(name.toLowerCase(Locale.ROOT).strip()).matches();
  }

  /** The paths of its documents, from the root of the archive. */
  private static List<String> documents(InputStream in) throws XMLStreamException {
    XMLStreamReader xml = DocumentArchive.xml(in);
    List<String> documents = new ArrayList<>();
    boolean isRoot = true;
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamReader.START_ELEMENT || !NAMESPACE.equals(xml.getNamespaceURI())) {
        continue;
      }
      if (isRoot
          && !(TYPE.equals(xml.getLocalName())
              && TYPE.equals(xml.getAttributeValue(null, "DocType")))) {
        throw FileContent.other();
      }
      isRoot = false;
      if (xml.getLocalName().equals("DocRoot")) {
        documents.add(xml.getElementText().strip().replaceFirst("^/", ""));
      }
    }
    return documents;
  }
}

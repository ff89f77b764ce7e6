package org.liangpai.evidence;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Files of every kind, in order and not. */
public final class SampleFiles {

  private static final String TYPES = "[Content_Types].xml";
  private static final String DOCX =
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

  private interface Writing {
    void to(ByteArrayOutputStream out) throws IOException;
  }

  private SampleFiles() {}

  public static byte[] pdf() {
    return "%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"
        .getBytes(StandardCharsets.US_ASCII);
  }

  public static byte[] image(String format) {
    BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    return bytes(out -> ImageIO.write(image, format, out));
  }

  static byte[] docx() {
    return bytes(
        out -> {
          try (XWPFDocument document = new XWPFDocument()) {
            document.createParagraph().createRun().setText("已补开支委会");
            document.write(out);
          }
        });
  }

  static byte[] workbook(boolean old) {
    return bytes(
        out -> {
          try (Workbook workbook = old ? new HSSFWorkbook() : new XSSFWorkbook()) {
            workbook.createSheet("台账");
            workbook.write(out);
          }
        });
  }

  /** A file of the old form with entries of its own. */
  static byte[] ole(String... entries) {
    return bytes(
        out -> {
          try (POIFSFileSystem system = new POIFSFileSystem()) {
            for (String entry : entries) {
              system.createDocument(new ByteArrayInputStream(new byte[5_000]), entry);
            }
            system.writeFilesystem(out);
          }
        });
  }

  /** What calls itself a document, with a type of its main part and one part more. */
  static byte[] document(String type, String part, byte[] content) {
    String types =
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Override PartName=\"/word/document.xml\" ContentType=\""
            + type
            + "\"/></Types>";
    Map<String, byte[]> parts = new TreeMap<>();
    parts.put(TYPES, types.getBytes(StandardCharsets.UTF_8));
    parts.put("word/document.xml", "<w/>".getBytes(StandardCharsets.UTF_8));
    parts.put(part, content);
    return zip(parts);
  }

  static byte[] documentWith(String part, byte[] content) {
    return document(DOCX, part, content);
  }

  static byte[] zip(Map<String, byte[]> parts) {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
              zip.putNextEntry(new ZipEntry(part.getKey()));
              zip.write(part.getValue());
            }
          }
        });
  }

  /** The smallest official document, and some parts more. */
  static byte[] ofd(Map<String, byte[]> more) {
    Map<String, byte[]> parts = new TreeMap<>(more);
    parts.put("OFD.xml", ofdRoot());
    parts.put(
        "Doc_0/Document.xml",
        "<ofd:Document xmlns:ofd=\"http://www.ofdspec.org/2016\"/>"
            .getBytes(StandardCharsets.UTF_8));
    return zip(parts);
  }

  /** One that names a document which is not there. */
  static byte[] ofdWithoutDocument() {
    return zip(Map.of("OFD.xml", ofdRoot()));
  }

  private static byte[] ofdRoot() {
    return ("<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
            + "<ofd:OFD xmlns:ofd=\"http://www.ofdspec.org/2016\" Version=\"1.0\" DocType=\"OFD\">"
            + "<ofd:DocBody><ofd:DocInfo><ofd:DocID>1</ofd:DocID></ofd:DocInfo>"
            + "<ofd:DocRoot>/Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
        .getBytes(StandardCharsets.UTF_8);
  }

  /** Unpacks to far more than it is. */
  static byte[] bomb(int megabytes) {
    return bytes(
        out -> {
          try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(TYPES));
            zip.write(
                ("<Types><Override ContentType=\"" + DOCX + "\"/></Types>")
                    .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("word/document.xml"));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < megabytes; i++) {
              zip.write(zeros);
            }
          }
        });
  }

  private static byte[] bytes(Writing writing) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      writing.to(out);
      return out.toByteArray();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}

package org.liangpai.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;

/** The zip file that a workbook is, opened after a look at its directory. */
final class Archive implements Closeable {

  private static final int MOST_ENTRIES = 2_000;
  private static final int LARGEST_DIRECTORY = 1 << 20;
  private static final int END_RECORD = 22;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private final ZipFile zip;
  private final String part;

  private Archive(ZipFile zip, String part) {
    this.zip = zip;
    this.part = part;
  }

  static Archive open(Path file, String part) throws IOException {
    checkDirectory(file, part);
    ZipFile zip;
    try {
      zip = new ZipFile(file.toFile());
    } catch (ZipException | IllegalArgumentException damaged) {
      throw Damage.broken(part);
    }
    for (ZipEntry entry : Collections.list(zip.entries())) {
      String name = entry.getName();
      if (name.startsWith("/")
          || name.contains("\\")
          || name.contains(":")
          || ("/" + name + "/").contains("/../")) {
        zip.close();
        throw Damage.of(part, "压缩包内有不正常的文件路径，已拒绝");
      }
    }
    return new Archive(zip, part);
  }

  /** What an archive is that is no workbook, in the words of the user. */
  String describe() throws IOException {
    if (has("mimetype")) {
      try (InputStream in = bytes("mimetype")) {
        String type = new String(in.readNBytes(200), StandardCharsets.US_ASCII);
        if (type.contains("opendocument")) {
          return type.contains("spreadsheet") ? "文件是ods表格，不是xlsx工作簿" : "文件是ODF文档，不是xlsx工作簿";
        }
      }
    }
    if (has("OFD.xml")) {
      return "文件是OFD版式文档，不是xlsx工作簿";
    }
    if (has("word/document.xml")) {
      return "文件是Word文档，不是xlsx工作簿";
    }
    if (has("ppt/presentation.xml")) {
      return "文件是演示文稿，不是xlsx工作簿";
    }
    if (has("xl/workbook.bin")) {
      return "文件是二进制的xlsb工作簿，不是xlsx工作簿";
    }
    return "文件是zip压缩包，不是xlsx工作簿；里面有工作簿的，请先解压";
  }

  boolean has(String entry) {
    return entry(entry) != null;
  }

  /** Opens a part of the workbook; a missing one means a damaged file. */
  SafeXml xml(String name) throws IOException, XMLStreamException {
    return new SafeXml(bytes(name), part);
  }

  SafeXml xml(String name, long largest) throws IOException, XMLStreamException {
    ZipEntry entry = present(name);
    return new SafeXml(
        new GuardedStream(zip.getInputStream(entry), part, entry.getCompressedSize(), largest),
        part);
  }

  /** The bytes of a part, counted as they are inflated. */
  InputStream bytes(String name) throws IOException {
    ZipEntry entry = present(name);
    return new GuardedStream(zip.getInputStream(entry), part, entry.getCompressedSize());
  }

  private ZipEntry present(String name) {
    ZipEntry entry = entry(name);
    if (entry == null) {
      throw Damage.broken(part);
    }
    return entry;
  }

  /** Names of parts do not differ by case, but those of a zip file may. */
  private ZipEntry entry(String name) {
    ZipEntry exact = zip.getEntry(name);
    if (exact != null) {
      return exact;
    }
    return zip.stream()
        .filter(entry -> entry.getName().equalsIgnoreCase(name))
        .findFirst()
        .orElse(null);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /** The directory is held in memory by whoever opens the file, so its size is read first. */
  private static void checkDirectory(Path file, String part) throws IOException {
    try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "r")) {
      int length = (int) Math.min(bytes.length(), END_RECORD + LONGEST_COMMENT);
      byte[] tail = new byte[length];
      bytes.seek(bytes.length() - length);
      bytes.readFully(tail);
      for (int i = length - END_RECORD; i >= 0; i--) {
        if (tail[i] == 'P' && tail[i + 1] == 'K' && tail[i + 2] == 5 && tail[i + 3] == 6) {
          if (number(tail, i + 10, 2) > MOST_ENTRIES
              || number(tail, i + 12, 4) > LARGEST_DIRECTORY) {
            throw Damage.tooBig(part, "压缩包内的文件过多");
          }
          return;
        }
      }
    }
    throw Damage.broken(part);
  }

  private static long number(byte[] bytes, int at, int length) {
    long value = 0;
    for (int i = length - 1; i >= 0; i--) {
      value = value << 8 | bytes[at + i] & 0xFF;
    }
    return value;
  }
}

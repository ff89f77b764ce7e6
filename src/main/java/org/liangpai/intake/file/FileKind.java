package org.liangpai.intake.file;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** What an upload is by its content, where it is neither a workbook nor a table in text. */
final class FileKind {

  private static final String AS_XLSX = "，请用WPS或Excel打开后另存为xlsx再导入";
  private static final int LOOKED_AT = 4096;
  private static final int PDF_WITHIN = 1024;

  private FileKind() {}

  /** Says what the file is and what to do; nothing for a zip archive or for plain text. */
  static Optional<String> foreign(Path path) throws IOException {
    byte[] head = TextFile.head(path, LOOKED_AT);
    if (head.length == 0) {
      return Optional.of("文件是空的");
    }
    if (isOld(head)) {
      return Optional.of(OldContainer.describe(path));
    }
    return Optional.ofNullable(binary(head)).or(() -> Optional.ofNullable(marked(head)));
  }

  static boolean isZip(Path path) throws IOException {
    return TextFile.startsWith(TextFile.head(path, 4), 'P', 'K');
  }

  private static boolean isOld(byte[] head) {
    return TextFile.startsWith(head, 0xD0, 0xCF, 0x11, 0xE0);
  }

  private static String binary(byte[] head) {
    if (TextFile.startsWith(head, 0x09, 0x08)
        || TextFile.startsWith(head, 0x09, 0x04)
        || TextFile.startsWith(head, 0x09, 0x02)
        || TextFile.startsWith(head, 0x09, 0x00, 0x04)) {
      return "文件是很早的旧版xls工作簿" + AS_XLSX;
    }
    if (contains(head, "%PDF-", PDF_WITHIN)) {
      return "文件是PDF，不能导入，请导入填好的xlsx工作簿";
    }
    if (TextFile.startsWith(head, 'R', 'a', 'r', '!')
        || TextFile.startsWith(head, '7', 'z', 0xBC, 0xAF)
        || TextFile.startsWith(head, 0x1F, 0x8B)) {
      return "文件是压缩包，请解压后导入里面的xlsx工作簿";
    }
    if (TextFile.startsWith(head, 0x89, 'P', 'N', 'G')
        || TextFile.startsWith(head, 0xFF, 0xD8, 0xFF)
        || TextFile.startsWith(head, 'G', 'I', 'F', '8')
        || TextFile.startsWith(head, 'B', 'M') && head.length > 5 && head[5] == 0
        || contains(head, "ftyp", 12)) {
      return "文件是图片或影音，不能导入，请导入填好的xlsx工作簿";
    }
    if (TextFile.startsWith(head, '{', '\\', 'r', 't', 'f')) {
      return "文件是RTF文档，不能导入，请把表格放进xlsx工作簿再导入";
    }
    return null;
  }

  /** Marked-up text begins with a tag, which no table in text does. */
  private static String marked(byte[] head) {
    String text = text(head).stripLeading().toLowerCase(Locale.ROOT);
    if (text.startsWith("mime-version:")) {
      return "文件是网页（MHT），不是xlsx工作簿" + AS_XLSX;
    }
    if (!text.startsWith("<")) {
      return null;
    }
    if (text.contains("urn:schemas-microsoft-com:office:spreadsheet")) {
      return "文件是XML表格（2003格式），不是xlsx工作簿" + AS_XLSX;
    }
    if (text.contains("office:document") || text.contains("uof:uof")) {
      return "文件是单个XML的电子表格（ODF或UOF），不是xlsx工作簿" + AS_XLSX;
    }
    boolean html =
        text.contains("<html")
            || text.contains("<table")
            || text.contains("<meta")
            || text.startsWith("<!doctype html")
            || text.contains("<body");
    return html ? "文件其实是网页（HTML）表格，只是名字像工作簿" + AS_XLSX : "文件是XML，不是xlsx工作簿" + AS_XLSX;
  }

  private static String text(byte[] head) {
    Charset charset =
        TextFile.startsWith(head, 0xFF, 0xFE)
            ? StandardCharsets.UTF_16LE
            : TextFile.startsWith(head, 0xFE, 0xFF)
                ? StandardCharsets.UTF_16BE
                : StandardCharsets.UTF_8;
    String text = new String(head, charset);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean contains(byte[] head, String wanted, int within) {
    int length = Math.min(head.length, within + wanted.length());
    return new String(head, 0, length, StandardCharsets.ISO_8859_1).contains(wanted);
  }
}

package org.liangpai.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.CellParser;
import org.liangpai.intake.cell.CellText;
import org.liangpai.intake.cell.TableSource;

/** The tables that an upload brings, as one workbook or as CSV files. */
public final class UploadedTables implements Closeable {

  private static final String WORKBOOK_PART = "file";

  private final List<TableSource> sources = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private XlsxFile workbook;

  private UploadedTables() {}

  /** Opens the parts; whatever is not what it should be is refused as a whole. */
  public static UploadedTables open(List<UploadedPart> parts, CellParser cells) throws IOException {
    if (parts.isEmpty()) {
      throw Damage.of(WORKBOOK_PART, "没有上传文件，应有部分file（xlsx）或units、branches、records、meetings（CSV）");
    }
    boolean whole = parts.stream().anyMatch(part -> part.name().equals(WORKBOOK_PART));
    if (whole && parts.size() > 1) {
      throw Damage.of(WORKBOOK_PART, "file（xlsx）不能与其他文件一起上传，应只用一种方式");
    }
    UploadedTables tables = new UploadedTables();
    if (whole) {
      tables.addWorkbook(parts.get(0).path(), cells);
    } else {
      tables.addCsvFiles(parts, cells);
    }
    tables.sources.sort(Comparator.comparing(TableSource::table));
    return tables;
  }

  public List<TableSource> sources() {
    return sources;
  }

  public List<String> warnings() {
    return warnings;
  }

  @Override
  public void close() throws IOException {
    if (workbook != null) {
      workbook.close();
    }
  }

  private void addWorkbook(Path path, CellParser cells) throws IOException {
    refuseForeign(path);
    workbook = XlsxFile.open(path, WORKBOOK_PART);
    Set<Table> seen = EnumSet.noneOf(Table.class);
    for (XlsxSheet sheet : workbook.sheets()) {
      Optional<Table> table = Table.named(CellText.normalised(sheet.name()));
      if (table.isEmpty()) {
        warnings.add("工作表“" + sheet.name() + "”不是要导入的表，已忽略");
      } else if (!seen.add(table.get())) {
        workbook.close();
        throw Damage.of(WORKBOOK_PART, "工作表“" + table.get().label() + "”出现了两次");
      } else {
        sources.add(new GridTable(table.get(), sheet, cells));
      }
    }
    if (sources.isEmpty()) {
      workbook.close();
      throw Damage.of(WORKBOOK_PART, "工作簿中没有要导入的工作表，应有党组织、支部名册、月度纪实、会议活动中的至少一个");
    }
  }

  private void addCsvFiles(List<UploadedPart> parts, CellParser cells) throws IOException {
    Set<Table> seen = EnumSet.noneOf(Table.class);
    for (UploadedPart part : parts) {
      Table table =
          Table.named(part.name())
              .orElseThrow(
                  () ->
                      Damage.of(
                          part.name(),
                          "没有叫“" + part.name() + "”的部分，应为file、units、branches、records、meetings"));
      if (!seen.add(table)) {
        throw Damage.of(part.name(), "部分“" + part.name() + "”出现了两次");
      }
      refuseNoText(part);
      sources.add(new GridTable(table, new CsvGrid(part.path(), part.name()), cells));
    }
  }

  private static void refuseNoText(UploadedPart part) throws IOException {
    byte[] head = TextFile.head(part.path());
    if (head.length == 0) {
      throw Damage.of(part.name(), "文件是空的");
    }
    if (TextFile.startsWith(head, 'P', 'K') || TextFile.startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw Damage.of(part.name(), "文件不是CSV而是工作簿，xlsx工作簿应作为部分file上传");
    }
  }

  /** Says what a file is that is no xlsx workbook, as far as its first bytes tell. */
  private static void refuseForeign(Path path) throws IOException {
    byte[] head = TextFile.head(path);
    if (head.length == 0) {
      throw Damage.of(WORKBOOK_PART, "文件是空的");
    }
    if (TextFile.startsWith(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw Damage.of(
          WORKBOOK_PART,
          isEncrypted(path) ? "工作簿有打开密码（已加密），请取消密码后再导入" : "文件是旧版xls工作簿，请用WPS或Excel另存为xlsx后导入");
    }
    if (!TextFile.startsWith(head, 'P', 'K')) {
      throw Damage.of(WORKBOOK_PART, "文件不是xlsx工作簿；CSV文件应作为部分units、branches、records、meetings上传");
    }
  }

  /** An encrypted workbook is an old container with a stream of this name in its directory. */
  private static boolean isEncrypted(Path path) throws IOException {
    byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    byte[] buffer = new byte[1 << 20];
    try (var in = Files.newInputStream(path)) {
      int kept = 0;
      int count = in.readNBytes(buffer, 0, buffer.length);
      while (count > 0) {
        if (contains(buffer, kept + count, name)) {
          return true;
        }
        int length = kept + count;
        kept = Math.min(name.length - 1, length);
        System.arraycopy(buffer, length - kept, buffer, 0, kept);
        count = in.readNBytes(buffer, kept, buffer.length - kept);
      }
    }
    return false;
  }

  private static boolean contains(byte[] bytes, int length, byte[] wanted) {
    for (int i = 0; i + wanted.length <= length; i++) {
      int j = 0;
      while (j < wanted.length && bytes[i + j] == wanted[j]) {
        j++;
      }
      if (j == wanted.length) {
        return true;
      }
    }
    return false;
  }
}

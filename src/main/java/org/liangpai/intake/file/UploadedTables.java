package org.liangpai.intake.file;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.CellParser;
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
      throw Damage.of(WORKBOOK_PART, "没有选择文件：请选择xlsx工作簿，或分别选择党组织、支部名册、月度纪实、会议活动的CSV文件");
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
    try {
      SheetTables sheets = SheetTables.of(workbook, WORKBOOK_PART);
      sheets.byTable().forEach((table, sheet) -> sources.add(new GridTable(table, sheet, cells)));
      warnings.addAll(sheets.warnings());
    } catch (IOException | RuntimeException refused) {
      workbook.close();
      throw refused;
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
      sources.add(new GridTable(table, new CsvGrid(part.path(), part.name(), table), cells));
    }
  }

  private static void refuseNoText(UploadedPart part) throws IOException {
    Optional<String> foreign = FileKind.foreign(part.path());
    if (foreign.isPresent()) {
      throw Damage.of(part.name(), foreign.get());
    }
    if (FileKind.isZip(part.path())) {
      throw Damage.of(part.name(), "文件不是CSV而是工作簿，请在选择工作簿的位置选择");
    }
  }

  /** Says what a file is that is no xlsx workbook, as far as its content tells. */
  private static void refuseForeign(Path path) throws IOException {
    Optional<String> foreign = FileKind.foreign(path);
    if (foreign.isPresent()) {
      throw Damage.of(WORKBOOK_PART, foreign.get());
    }
    if (!FileKind.isZip(path)) {
      throw Damage.of(WORKBOOK_PART, "文件是文本，不是xlsx工作簿；CSV文件请在各自的位置选择：党组织、支部名册、月度纪实、会议活动");
    }
  }
}

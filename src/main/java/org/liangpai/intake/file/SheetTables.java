package org.liangpai.intake.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.CellText;

/**
 * Which sheet of a workbook holds which table: the one that is called so, else the one whose
 * heading is that of the table.
 */
final class SheetTables {

  /** Titles above the heading, and the lines of the heading itself. */
  private static final int ROWS_LOOKED_AT = HeadingSearch.WITHIN + 5;

  private final String part;
  private final Map<Table, XlsxSheet> byTable = new EnumMap<>(Table.class);
  private final List<String> warnings = new ArrayList<>();

  private SheetTables(String part) {
    this.part = part;
  }

  static SheetTables of(XlsxFile workbook, String part) throws IOException {
    SheetTables tables = new SheetTables(part);
    List<XlsxSheet> others = new ArrayList<>();
    for (XlsxSheet sheet : workbook.sheets()) {
      Optional<Table> named = Table.named(CellText.bare(sheet.name()));
      if (named.isEmpty()) {
        others.add(sheet);
      } else if (tables.byTable.put(named.get(), sheet) != null) {
        throw Damage.of(part, "工作表“" + named.get().label() + "”出现了两次");
      }
    }
    tables.recognise(others);
    tables.tellHidden(workbook.hiddenSheets());
    if (tables.byTable.isEmpty()) {
      throw Damage.of(
          part, "工作簿中没有要导入的工作表，应有党组织、支部名册、月度纪实、会议活动中的至少一个" + tables.hiddenHint(workbook));
    }
    return tables;
  }

  Map<Table, XlsxSheet> byTable() {
    return byTable;
  }

  List<String> warnings() {
    return warnings;
  }

  private void recognise(List<XlsxSheet> others) throws IOException {
    Map<Table, XlsxSheet> recognised = new EnumMap<>(Table.class);
    for (XlsxSheet sheet : others) {
      Table table = tableOf(sheet).orElse(null);
      if (table == null) {
        warnings.add("工作表“" + sheet.name() + "”不是要导入的表，已忽略");
      } else if (byTable.containsKey(table)) {
        warnings.add(
            "工作表“%s”的表头也是%s，但已有名为“%s”的工作表，未导入"
                .formatted(sheet.name(), table.label(), byTable.get(table).name()));
      } else if (recognised.containsKey(table)) {
        throw Damage.of(
            part,
            "工作表“%s”和“%s”的表头都是%s，请合成一张，或把要导入的改名为“%s”"
                .formatted(
                    recognised.get(table).name(), sheet.name(), table.label(), table.label()));
      } else {
        recognised.put(table, sheet);
        warnings.add("工作表“" + sheet.name() + "”按表头认作“" + table.label() + "”");
      }
    }
    byTable.putAll(recognised);
  }

  /** The table that the heading of a sheet fits best. */
  private static Optional<Table> tableOf(XlsxSheet sheet) throws IOException {
    Map<Table, HeadingSearch> searches = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      searches.put(table, new HeadingSearch(table));
    }
    int[] rows = {0};
    sheet.peek(
        row -> {
          searches.values().forEach(search -> search.takes(row.cells()));
          return ++rows[0] < ROWS_LOOKED_AT;
        });
    Table best = null;
    int most = 0;
    for (Map.Entry<Table, HeadingSearch> search : searches.entrySet()) {
      int fit = search.getValue().fit();
      if (fit > most) {
        most = fit;
        best = search.getKey();
      }
    }
    return Optional.ofNullable(best);
  }

  private void tellHidden(List<String> hidden) {
    if (!hidden.isEmpty()) {
      warnings.add("有" + hidden.size() + "个隐藏的工作表没有导入：" + quoted(hidden));
    }
  }

  private String hiddenHint(XlsxFile workbook) {
    return workbook.hiddenSheets().isEmpty()
        ? ""
        : "；隐藏的工作表没有读取：" + quoted(workbook.hiddenSheets());
  }

  private static String quoted(List<String> names) {
    return names.stream().limit(20).collect(Collectors.joining("”、“", "“", "”"));
  }
}

package org.liangpai.intake.file;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.CellParser;
import org.liangpai.intake.cell.CellText;
import org.liangpai.intake.cell.RowParser;
import org.liangpai.intake.cell.RowSink;
import org.liangpai.intake.cell.StagedRow;
import org.liangpai.intake.cell.TableSource;
import org.liangpai.shared.Invalid;

/**
 * The rows of a table in a sheet or CSV file: below the heading, what is no data left out. What was
 * left out or read otherwise than it stands there is counted and told once.
 */
final class GridTable implements TableSource {

  /** A row whose key begins so is the template's example. */
  static final String EXAMPLE = "示例";

  private final Table table;
  private final Grid grid;
  private final RowParser parser;
  private final Cell[] cells;
  private final HeadingSearch search;
  private final Map<SideRow, RowTally> leftOut = new EnumMap<>(SideRow.class);
  private final Map<Integer, RowTally> saidNothing = new TreeMap<>();
  private final RowTally hidden = new RowTally();
  private final RowTally merged = new RowTally();
  private Heading heading;

  GridTable(Table table, Grid grid, CellParser cells) {
    this.table = table;
    this.grid = grid;
    this.parser = new RowParser(table, cells);
    this.cells = new Cell[table.fields().size()];
    this.search = new HeadingSearch(table);
  }

  @Override
  public Table table() {
    return table;
  }

  @Override
  public void read(RowSink sink) throws IOException {
    grid.read(
        row -> {
          take(row, sink);
          return true;
        });
    if (heading == null && search.found().isPresent()) {
      heading = heading();
    }
    if (heading == null && search.rowsBefore() > 0) {
      throw noHeading();
    }
  }

  @Override
  public boolean present() {
    return heading != null;
  }

  @Override
  public List<String> warnings() {
    String name = "“" + grid.name() + "”";
    List<String> warnings = new ArrayList<>();
    if (heading == null) {
      warnings.add(name + "是空的，没有表头，已忽略");
      return warnings;
    }
    if (!heading.unknown().isEmpty()) {
      warnings.add(name + "的这些列不在数据字典中，已忽略：" + abridged(heading.unknown()));
    }
    if (!leftOut.isEmpty()) {
      warnings.add(name + "中这些行不是数据，已跳过：" + told(leftOut, SideRow::label, "行"));
    }
    if (!saidNothing.isEmpty()) {
      warnings.add(
          name
              + "中“无”“暂缺”“—”等表示没有的内容，按没有填写处理："
              + told(saidNothing, index -> table.fields().get(index).label(), "处"));
    }
    if (!merged.isEmpty()) {
      warnings.add(name + "有合并单元格，合并范围内的每一行都按同样的内容读取，请核对：" + merged.told("行"));
    }
    if (!hidden.isEmpty()) {
      warnings.add(name + "有隐藏的行，也已读取，请核对：" + hidden.told("行"));
    }
    List<String> columns = heading.labels(grid.hiddenColumns());
    if (!columns.isEmpty()) {
      warnings.add(name + "有" + columns.size() + "个隐藏的列，也已读取，请核对：" + String.join("、", columns));
    }
    return warnings;
  }

  private void take(GridRow row, RowSink sink) throws IOException {
    if (search.takes(row.cells())) {
      if (search.isHopeless()) {
        throw noHeading();
      }
      return;
    }
    if (heading == null) {
      heading = heading();
    }
    if (!heading.arrange(row.cells(), cells) || isExample()) {
      return;
    }
    SideRow side =
        search.isTitle(row.cells())
            ? SideRow.REMARK
            : SideRow.of(heading, row.cells(), cells[0]).orElse(null);
    if (side != null) {
      leftOut.computeIfAbsent(side, first -> new RowTally()).add(row.number());
      return;
    }
    StagedRow staged = parser.parse(row.number(), cells);
    count(row, staged);
    sink.accept(staged);
  }

  private Heading heading() {
    if (search.tellsOtherAmounts()) {
      throw new Invalid(grid.name(), "“" + grid.name() + "”表头上方写明金额单位不是元，请把金额换算成元并改正单位后再导入");
    }
    return Heading.of(table, grid.name(), search.found().orElseThrow());
  }

  private void count(GridRow row, StagedRow staged) {
    if (row.hidden()) {
      hidden.add(row.number());
    }
    if (row.merged()) {
      merged.add(row.number());
    }
    for (int i = 0; i < cells.length; i++) {
      if (cells[i] != null && staged.row().get(i) == null && !isBlamed(i, staged)) {
        saidNothing.computeIfAbsent(i, first -> new RowTally()).add(row.number());
      }
    }
  }

  private boolean isBlamed(int index, StagedRow staged) {
    String field = table.fields().get(index).name();
    return staged.faults().stream().anyMatch(fault -> fault.field().equals(field));
  }

  /** The key is the first field of every table. */
  private boolean isExample() {
    return cells[0] != null && CellText.trimmed(cells[0].text()).startsWith(EXAMPLE);
  }

  private Invalid noHeading() {
    return new Invalid(
        grid.name(),
        "“" + grid.name() + "”的前" + HeadingSearch.WITHIN + "行中没有找到表头，表头应为数据字典的中文名或英文名");
  }

  private static <K> String told(Map<K, RowTally> tallies, Function<K, String> label, String unit) {
    return tallies.entrySet().stream()
        .map(entry -> label.apply(entry.getKey()) + entry.getValue().told(unit))
        .collect(Collectors.joining("、"));
  }

  private static String abridged(List<String> names) {
    String all = String.join("、", names.subList(0, Math.min(20, names.size())));
    return all.length() > 500 ? all.substring(0, 500) + "…" : all;
  }
}

package org.liangpai.intake.file;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;
import org.liangpai.intake.cell.Cell;
import org.liangpai.intake.cell.CellText;

/**
 * The field that a heading names: its label or English name, whatever remarks people add to it.
 *
 * @param field the index of the field in its table
 * @param remark what stood in brackets besides; empty for the plain name
 */
record ColumnName(int field, String remark) {

  private static final Pattern BRACKETS =
      Pattern.compile("[(\\[{<【〔〖「『《〈]([^)\\]}>】〕〗」』》〉]*)(?:[)\\]}>】〕〗」』》〉]|$)");

  private static final Pattern MARKS =
      Pattern.compile("[*★☆※#:：。、.·_]+|必填项?|选填项?|应填|required|optional", Pattern.CASE_INSENSITIVE);

  private static final Pattern NUMBERING = Pattern.compile("^(?:\\d{1,3}|[一二三四五六七八九十]{1,3})[.、:)]");
  private static final Pattern CIRCLED = Pattern.compile("^[①-⑳⑴-⒇⒈-⒛]");
  private static final int LONGEST = 300;
  private static final Map<Table, Map<String, Integer>> NAMES = names();

  /** The field of the table that a cell of a heading names. */
  static Optional<ColumnName> of(Table table, Cell cell) {
    if (cell == null || isUnreadable(cell) || cell.text().length() > LONGEST) {
      return Optional.empty();
    }
    String text = CIRCLED.matcher(CellText.trimmed(cell.text())).replaceFirst("");
    Optional<ColumnName> whole = ofLine(table, text);
    return whole.isPresent() || text.indexOf('\n') < 0
        ? whole
        : text.lines().map(line -> ofLine(table, line)).flatMap(Optional::stream).findFirst();
  }

  /** Whether a text is a name as the dictionary has it. */
  static boolean isPlain(Table table, String text) {
    return indexOf(table, text) >= 0;
  }

  /** How many cells of a row name a field. */
  static int count(Table table, List<Cell> cells) {
    int count = 0;
    for (Cell cell : cells) {
      count += of(table, cell).isPresent() ? 1 : 0;
    }
    return count;
  }

  /** Whether the text of a cell is nothing that was written there. */
  static boolean isUnreadable(Cell cell) {
    return cell.kind() == Cell.Kind.COVERED || cell.kind() == Cell.Kind.LOST;
  }

  boolean isPlain() {
    return remark.isEmpty();
  }

  /** Whether the remark tells another unit than the field has, so that values would be misread. */
  boolean hasOtherUnit(Field field) {
    return switch (field.type()) {
      case MONEY -> remark.matches(".*[百千万亿].*");
      case DECIMAL -> remark.matches(".*(?:分钟|天|日|次).*");
      case INTEGER ->
          field.name().endsWith("Minutes") && remark.matches(".*(?:小时|时|天|秒).*")
              || remark.matches(".*[百千万亿][人个次].*");
      default -> false;
    };
  }

  private static Optional<ColumnName> ofLine(Table table, String line) {
    String bare = CellText.bare(line);
    int plain = indexOf(table, bare);
    if (plain >= 0) {
      return Optional.of(new ColumnName(plain, ""));
    }
    String unmarked = unmarked(bare);
    int marked = indexOf(table, unmarked);
    if (marked >= 0) {
      return Optional.of(new ColumnName(marked, ""));
    }
    int remarked = indexOf(table, unmarked(BRACKETS.matcher(unmarked).replaceAll("")));
    return remarked < 0
        ? Optional.empty()
        : Optional.of(new ColumnName(remarked, remark(unmarked)));
  }

  /** Only remarks that say something: one of 必填 alone is gone by now. */
  private static String remark(String text) {
    StringBuilder remark = new StringBuilder();
    BRACKETS.matcher(text).results().forEach(found -> remark.append(found.group(1)));
    return remark.toString();
  }

  private static String unmarked(String bare) {
    return MARKS.matcher(NUMBERING.matcher(bare).replaceFirst("")).replaceAll("");
  }

  private static int indexOf(Table table, String wanted) {
    return NAMES.get(table).getOrDefault(wanted.toLowerCase(Locale.ROOT), -1);
  }

  private static Map<Table, Map<String, Integer>> names() {
    Map<Table, Map<String, Integer>> names = new EnumMap<>(Table.class);
    for (Table table : Table.values()) {
      Map<String, Integer> indexes = new HashMap<>();
      for (int i = 0; i < table.fields().size(); i++) {
        Field field = table.fields().get(i);
        String label = CellText.normalised(field.label());
        indexes.put(field.name().toLowerCase(Locale.ROOT), i);
        indexes.put(label, i);
        // The unit that a label tells in brackets may be left out.
        indexes.putIfAbsent(BRACKETS.matcher(label).replaceAll(""), i);
      }
      names.put(table, indexes);
    }
    return names;
  }
}

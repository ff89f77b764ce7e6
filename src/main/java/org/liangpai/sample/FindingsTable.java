package org.liangpai.sample;

import java.util.List;
import java.util.Map;
import org.liangpai.warninglist.Dimension;
import org.liangpai.warninglist.LevelStyle;

/**
 * Findings by dimension and level as lines of a terminal.
 *
 * @param levels the columns
 * @param found by the names of dimension and level
 */
record FindingsTable(List<LevelStyle> levels, Map<String, Map<String, Integer>> found) {

  private static final int FIRST_COLUMN = 12;
  private static final int COLUMN = 8;
  private static final int FIRST_WIDE_CHARACTER = 0x2E80;

  /** Its lines, each ended. */
  String text() {
    StringBuilder lines = new StringBuilder(left("维度"));
    levels.forEach(level -> lines.append(right(level.word())));
    lines.append(right("合计")).append('\n');
    for (Dimension dimension : Dimension.values()) {
      line(dimension.label(), List.of(found.getOrDefault(dimension.name(), Map.of())), lines);
    }
    line("合计", List.copyOf(found.values()), lines);
    return lines.toString();
  }

  private void line(String title, List<Map<String, Integer>> counts, StringBuilder lines) {
    lines.append(left(title));
    int all = 0;
    for (LevelStyle level : levels) {
      int sum = counts.stream().mapToInt(one -> one.getOrDefault(level.level().name(), 0)).sum();
      lines.append(right(String.valueOf(sum)));
      all += sum;
    }
    lines.append(right(String.valueOf(all))).append('\n');
  }

  private static String left(String text) {
    return text + " ".repeat(Math.max(0, FIRST_COLUMN - width(text)));
  }

  private static String right(String text) {
    return " ".repeat(Math.max(1, COLUMN - width(text))) + text;
  }

  /** Chinese characters take two columns of a terminal. */
  private static int width(String text) {
    return text.chars().map(character -> character < FIRST_WIDE_CHARACTER ? 1 : 2).sum();
  }
}

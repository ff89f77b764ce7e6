package org.liangpai.overview.web;

import java.util.List;
import java.util.Map;
import org.liangpai.warninglist.Dimension;
import org.liangpai.warninglist.LevelStyle;

/** The findings of a month by dimension and level, for a table and the chart drawn from it. */
record ChartView(List<LevelStyle> levels, List<Line> lines, List<Integer> sums, int total) {

  /** The findings of a dimension, level by level. */
  record Line(String dimension, List<Integer> counts, int total) {}

  static ChartView of(Map<String, Map<String, Integer>> findings, List<LevelStyle> levels) {
    List<Line> lines =
        List.of(Dimension.values()).stream()
            .map(one -> line(one.label(), findings.getOrDefault(one.name(), Map.of()), levels))
            .toList();
    List<Integer> sums =
        levels.stream()
            .map(
                level ->
                    lines.stream().mapToInt(line -> line.counts().get(levels.indexOf(level))).sum())
            .toList();
    return new ChartView(levels, lines, sums, sums.stream().mapToInt(Integer::intValue).sum());
  }

  private static Line line(String label, Map<String, Integer> counts, List<LevelStyle> levels) {
    List<Integer> byLevel =
        levels.stream().map(level -> counts.getOrDefault(level.level().name(), 0)).toList();
    return new Line(label, byLevel, byLevel.stream().mapToInt(Integer::intValue).sum());
  }
}

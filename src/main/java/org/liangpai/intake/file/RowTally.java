package org.liangpai.intake.file;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Counts rows of one kind and keeps the numbers of the first of them. */
final class RowTally {

  private static final int KEPT = 5;

  private final List<Integer> first = new ArrayList<>(KEPT);
  private long count;

  void add(int row) {
    count++;
    if (first.size() < KEPT) {
      first.add(row);
    }
  }

  boolean isEmpty() {
    return count == 0;
  }

  /** Such as 3行（第4、7、9行）, with 处 or 行 as what is counted. */
  String told(String unit) {
    String rows = first.stream().map(String::valueOf).collect(Collectors.joining("、"));
    return count + unit + "（第" + rows + "行" + (count > first.size() ? "等" : "") + "）";
  }
}

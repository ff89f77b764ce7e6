package org.liangpai.rectification.web;

import java.util.List;
import java.util.stream.IntStream;
import org.liangpai.rectification.LineRectification;
import org.liangpai.rectification.PlanDays;
import org.liangpai.rectification.ProposingMeasures;

/**
 * A row of the form for measures, with what stood there before.
 *
 * @param dueOn a day that is taken, or empty
 * @param shown whether it is there at once; the others are added one by one
 */
record PlanRow(int number, String what, String responsible, String dueOn, boolean shown) {

  /** All rows that the form takes: those of the latest plan, or one, and empty ones after them. */
  static List<PlanRow> of(LineRectification line, String responsible, PlanDays days) {
    List<LineRectification.MeasureView> before =
        line.latestPlan() == null ? List.of() : line.latestPlan().measures();
    String usual = days.overdue() ? "" : days.last().toString();
    return IntStream.range(0, ProposingMeasures.MOST)
        .mapToObj(
            i -> {
              if (i >= before.size()) {
                return new PlanRow(i + 1, "", responsible, usual, i == 0);
              }
              LineRectification.MeasureView one = before.get(i);
              String day = days.contain(one.dueOn()) ? one.dueOn().toString() : usual;
              return new PlanRow(i + 1, one.what(), one.responsible(), day, true);
            })
        .toList();
  }
}

package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** The part of a meeting that every meeting has: who, where, what was resolved. */
final class SampleMinutes {

  private static final List<String> TOPICS =
      List.of("学习教育", "服务群众", "安全生产", "环境整治", "志愿服务", "结对帮扶", "制度建设", "年度任务");

  private final SampleBranch branch;
  private final YearMonth month;
  private final Draw draw;

  SampleMinutes(SampleBranch branch, YearMonth month, Draw draw) {
    this.branch = branch;
    this.month = month;
    this.draw = draw;
  }

  /** A meeting with full minutes, and an attendance as is usual in this branch. */
  Row of(String type, LocalDate heldOn, int expected) {
    String topic = draw.oneOf(TOPICS);
    int exempt = expected >= 10 ? draw.between(0, 1) : 0;
    return new Row(Table.MEETINGS)
        .with("branchCode", branch.code())
        .with("month", month)
        .with("type", type)
        .with("heldOn", heldOn)
        .with("topic", "示例主题：" + topic)
        .with("place", "示例活动室")
        .with("chair", branch.secretary())
        .with("recorder", "示例记录员")
        // With its day in it no resolution equals that of another day.
        .with("resolution", "示例议定：" + heldOn + "研究" + topic + "工作，明确分工和时限")
        .with("expected", expected)
        .with("exempt", exempt)
        .with("actual", actual(expected - exempt))
        .with("durationMinutes", draw.between(6, 12) * 10)
        .with("recordedOn", recordedOn(heldOn));
  }

  private int actual(int due) {
    if (branch.hasFault(Fault.SH_09, month)) {
      return due * (branch.traits().domain().isScattered() ? 45 : 65) / 100;
    }
    return due - draw.between(0, due / 8);
  }

  LocalDate recordedOn(LocalDate heldOn) {
    boolean afterwards = branch.hasFault(Fault.YX_12, month);
    LocalDate day = heldOn.plusDays(afterwards ? draw.between(9, 16) : draw.between(0, 3));
    LocalDate today = branch.span().today();
    return day.isAfter(today) ? today : day;
  }
}

package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.dictionary.Row;

/** Makes the meetings of a branch in a month. */
final class MeetingRows {

  private static final double ALSO_LECTURE = 0.4;

  private final SampleBranch branch;
  private final Traits traits;
  private final YearMonth month;
  private final Draw draw;
  private final SampleMinutes minutes;
  private final List<Row> rows = new ArrayList<>();

  private MeetingRows(SampleBranch branch, YearMonth month) {
    this.branch = branch;
    this.traits = branch.traits();
    this.month = month;
    this.draw = branch.drawForMeetings(month);
    this.minutes = new SampleMinutes(branch, month, draw);
  }

  /** In the order of the year's work, not of their days; none before the branch was there. */
  static List<Row> of(SampleBranch branch, YearMonth month) {
    MeetingRows meetings = new MeetingRows(branch, month);
    meetings.addThemeDay();
    meetings.addCommitteeMeeting();
    meetings.addGroupMeetings();
    meetings.addGeneralMeeting();
    meetings.addLifeOfLastYear();
    new SampleVotes(branch, month, meetings.draw, meetings.minutes).addTo(meetings.rows);
    meetings.rows.removeIf(row -> row.date("heldOn").isBefore(branch.foundedOn()));
    return meetings.rows;
  }

  private boolean has(Fault fault) {
    return branch.hasFault(fault, month);
  }

  private boolean isLectureDue() {
    return SampleQuarter.isMonth(month, branch.number() + 1)
        && !branch.hasFault(Fault.SH_03, SampleQuarter.end(month));
  }

  private void addThemeDay() {
    boolean lectureToo = draw.chance(ALSO_LECTURE) && isLectureDue();
    if (!has(Fault.SH_01)) {
      LocalDate fixed = month.atDay(5 + branch.number() % 12);
      Row row =
          minutes
              .of("THEME_DAY", fixed, traits.members())
              .with("scheduledOn", fixed)
              .with("plannedBeforehand", true)
              .with("alsoCountsAs", lectureToo ? List.of("LECTURE") : null);
      row = has(Fault.SH_02) ? spoilt(row, fixed) : row;
      rows.add(has(Fault.YX_14) ? row.with("resolution", "示例：全体党员认真学习有关文件，深入讨论并结合实际抓好落实") : row);
    }
    if (isLectureDue() && (!lectureToo || has(Fault.SH_01))) {
      rows.add(minutes.of("LECTURE", month.atDay(draw.between(18, 26)), traits.members()));
    }
  }

  private Row spoilt(Row row, LocalDate fixed) {
    return switch (draw.between(1, 4)) {
      case 1 -> row.with("topic", null);
      case 2 -> row.with("plannedBeforehand", false);
      case 3 -> row.with("durationMinutes", draw.between(20, 50));
      default ->
          row.with("heldOn", fixed.plusDays(9))
              .with("recordedOn", minutes.recordedOn(fixed.plusDays(9)));
    };
  }

  private void addCommitteeMeeting() {
    int size = branch.committeeSize();
    if (size == 0 || has(Fault.YX_02)) {
      return;
    }
    Row row = minutes.of("COMMITTEE_MEETING", month.atDay(draw.between(2, 12)), size);
    row = has(Fault.YX_06) ? row.with("actual", (size - 1) / 2) : row.with("actual", size);
    rows.add(has(Fault.YX_13) ? row.with(draw.chance(0.5) ? "recorder" : "place", null) : row);
  }

  private void addGroupMeetings() {
    int groups = has(Fault.ZZ_08) ? 0 : traits.groups();
    int met = has(Fault.YX_03) ? draw.between(0, groups - 1) : groups;
    LocalDate day = month.atDay(draw.between(14, 24));
    for (int i = 1; i <= met; i++) {
      int members = Math.max(3, traits.members() / groups);
      rows.add(minutes.of("GROUP_MEETING", day, members).with("groupName", "第" + i + "党小组"));
    }
  }

  private void addGeneralMeeting() {
    boolean neglected = branch.hasFault(Fault.YX_01, SampleQuarter.end(month));
    if (!SampleQuarter.isMonth(month, branch.number()) || neglected) {
      return;
    }
    boolean important = draw.chance(0.4);
    rows.add(
        minutes
            .of("GENERAL_MEETING", month.atDay(draw.between(15, 27)), traits.members())
            .with("importantMatter", important)
            .with("preparedByCommittee", important ? true : null));
  }

  private void addLifeOfLastYear() {
    int lifeMonth = 1 + branch.number() % 2;
    if (month.getMonthValue() != lifeMonth || traits.isTemporary()) {
      return;
    }
    YearMonth march = YearMonth.of(month.getYear(), 3);
    int lastYear = month.getYear() - 1;
    LocalDate day = month.atDay(draw.between(12, 24));
    if (!branch.hasFault(Fault.SH_04, march)) {
      rows.add(
          minutes
              .of("ORG_LIFE", day, traits.members())
              .with("forYear", lastYear)
              .with("lifeTheme", "示例组织生活会主题")
              .with("preTalks", has(Fault.SH_05) ? 0 : traits.members())
              .with("opinions", draw.between(5, 20))
              .with("criticismRecorded", true)
              .with("rectifyItems", draw.between(2, 6)));
    }
    if (!branch.hasFault(Fault.SH_06, march)) {
      int most = traits.full() / 3;
      rows.add(
          minutes
              .of("APPRAISAL", day.plusDays(1), traits.members())
              .with("forYear", lastYear)
              .with("ratedExcellent", has(Fault.SH_07) ? most + 2 : most)
              .with("ratedProbationary", 0));
    }
  }
}

package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/**
 * A branch that does everything it should: the standard rows of the cases, so that a case tells
 * only what it is about.
 */
public final class HealthyBranch {

  static final String CODE = "B1";

  private HealthyBranch() {}

  /** Its roster row: a village branch with a committee of three, elected two years ago. */
  public static Row roster(YearMonth month) {
    LocalDate elected = LocalDate.of(month.getYear() - 2, 1, 10);
    return new Row(Table.BRANCHES)
        .with("branchCode", CODE)
        .with("branchName", "示例支部")
        .with("unitCode", "U1")
        .with("domain", "RURAL")
        .with("kind", "NORMAL")
        .with("foundedOn", LocalDate.of(2010, 1, 1))
        .with("filedOn", LocalDate.of(2010, 1, 10))
        .with("leadersAppointed", false)
        .with("electedOn", elected)
        .with("termYears", 5)
        .with("approvedOn", elected.plusDays(7))
        .with("committeeSize", 3)
        .with("postsFilled", List.of("SECRETARY", "ORGANIZATION", "PUBLICITY", "DISCIPLINE"))
        .with("secretaryName", "示例书记")
        .with("secretaryFullSince", LocalDate.of(2000, 7, 1))
        .with("secretaryAppointedOn", elected)
        .with("secretaryInductionOn", elected.plusMonths(2))
        .with("venue", "OWN")
        .with("hasPartyWorker", true)
        .with("liaisonLeader", "示例联系领导");
  }

  /** Its record of a quiet month: 25 members in two groups, filed on the third. */
  public static Row record(YearMonth month) {
    int year = month.getYear();
    Row row =
        new Row(Table.RECORDS)
            .with("branchCode", CODE)
            .with("month", month)
            .with("submittedOn", month.plusMonths(1).atDay(3))
            .with("fullMembers", 24)
            .with("probationaryMembers", 1)
            .with("groups", 2)
            .with("floatingMembers", 1)
            .with("leadingCadres", 1)
            .with("lastAdmissionYear", year - 1)
            .with("membersDueTraining", 20)
            .with("membersTrained", 20)
            .with("secretaryTrainingHours", new BigDecimal("60"))
            .with("secretaryCountyTraining", 1)
            .with("talksDue", 25)
            .with("talksDone", 25)
            .with("annualPlanOn", LocalDate.of(year, 1, 10))
            .with("duesPublishedOn", LocalDate.of(year, 1, 20))
            .with("secretaryReportedOn", LocalDate.of(year, 1, 20))
            .with("secretaryRating", "GOOD")
            .with("hasBudgetLine", true)
            .with("budgetAmount", new BigDecimal("10000.00"))
            .with("arrivedAmount", new BigDecimal("10000.00"))
            .with("duesCollectedLastYear", new BigDecimal("5000.00"))
            .with("duesReturned", new BigDecimal("5000.00"))
            .with("payArrearsMonths", 0)
            .with("liaisonVisits", 1);
    for (String none :
        List.of(
            "weakGroups",
            "membersWithoutGroup",
            "membersDuesOverdue",
            "membersLapsed",
            "membersLost",
            "membersUntransferred",
            "floatingOutOfContact",
            "leadingCadresAbsent",
            "applicantsUntalked",
            "activistsUnreviewed",
            "probationersOverdue",
            "probationersEarly",
            "approvalsOverdue",
            "actionItemsOverdue",
            "majorMattersUndiscussed",
            "duesSpentUndecided",
            "duesSpentOutOfScope")) {
      row = row.with(none, 0);
    }
    return row;
  }

  /**
   * Its meetings of a month. Each quarter has its general meeting and its lecture in the last
   * month; January has organisational life and appraisal of last year.
   */
  public static List<Row> meetings(YearMonth month) {
    List<Row> meetings = new ArrayList<>();
    meetings.add(meeting("THEME_DAY", month.atDay(5)));
    meetings.add(meeting("COMMITTEE_MEETING", month.atDay(12)));
    meetings.add(meeting("GROUP_MEETING", month.atDay(18)));
    meetings.add(meeting("GROUP_MEETING", month.atDay(18)).with("groupName", "第二党小组"));
    if (month.getMonthValue() % 3 == 0) {
      meetings.add(meeting("GENERAL_MEETING", month.atDay(20)));
      meetings.add(meeting("LECTURE", month.atDay(22)));
    }
    if (month.getMonthValue() == 1) {
      meetings.add(meeting("ORG_LIFE", month.atDay(15)));
      meetings.add(meeting("APPRAISAL", month.atDay(16)));
    }
    return meetings;
  }

  /** A meeting of a type with full minutes, entered on the next day. */
  public static Row meeting(String type, LocalDate heldOn) {
    int attendants = type.equals("COMMITTEE_MEETING") ? 3 : 25;
    Row row =
        new Row(Table.MEETINGS)
            .with("branchCode", CODE)
            .with("month", YearMonth.from(heldOn))
            .with("type", type)
            .with("heldOn", heldOn)
            .with("topic", "示例主题")
            .with("place", "活动室")
            .with("chair", "主持")
            .with("recorder", "记录")
            .with("resolution", heldOn + "议定事项")
            .with("expected", attendants)
            .with("actual", attendants)
            .with("durationMinutes", 90)
            .with("recordedOn", heldOn.plusDays(1));
    return switch (type) {
      case "GENERAL_MEETING" -> row.with("importantMatter", false);
      case "GROUP_MEETING" -> row.with("groupName", "第一党小组");
      case "THEME_DAY" -> row.with("scheduledOn", heldOn).with("plannedBeforehand", true);
      case "ORG_LIFE" ->
          row.with("forYear", heldOn.getYear() - 1)
              .with("lifeTheme", "示例主题")
              .with("preTalks", 10)
              .with("opinions", 5)
              .with("criticismRecorded", true)
              .with("rectifyItems", 3);
      case "APPRAISAL" ->
          row.with("forYear", heldOn.getYear() - 1)
              .with("ratedExcellent", 8)
              .with("ratedProbationary", 0);
      default -> row;
    };
  }
}

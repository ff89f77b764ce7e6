package org.liangpai.evaluation;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The monthly record of the judged month; if there is none on file, everything in it is unknown.
 */
public final class RecordAt {

  private final RowReading row;
  private final YearMonth month;

  RecordAt(RowReading row, YearMonth month) {
    this.row = row;
    this.month = month;
  }

  public Figure fullMembers() {
    return row.figure("fullMembers");
  }

  /** Full and probationary members. */
  public Figure members() {
    return fullMembers().plus(row.figure("probationaryMembers")).named("members");
  }

  public Day surgeUntil() {
    return row.plannedDay("surgeUntil");
  }

  public Figure groups() {
    return row.figure("groups");
  }

  /** There are party groups: what the items of the groups begin with. */
  public Condition hasGroups() {
    return groups().above(0);
  }

  public Figure weakGroups() {
    return row.figure("weakGroups");
  }

  public Figure membersWithoutGroup() {
    return row.figure("membersWithoutGroup");
  }

  public Figure membersDuesOverdue() {
    return row.figure("membersDuesOverdue");
  }

  public Figure membersLapsed() {
    return row.figure("membersLapsed");
  }

  public Figure membersLost() {
    return row.figure("membersLost");
  }

  public Figure membersUntransferred() {
    return row.figure("membersUntransferred");
  }

  public Figure floatingOutOfContact() {
    return row.figure("floatingOutOfContact");
  }

  public Figure leadingCadresAbsent() {
    return row.figure("leadingCadresAbsent");
  }

  public Figure applicantsUntalked() {
    return row.figure("applicantsUntalked");
  }

  public Figure activistsUnreviewed() {
    return row.figure("activistsUnreviewed");
  }

  public Figure probationersOverdue() {
    return row.figure("probationersOverdue");
  }

  public Figure probationersEarly() {
    return row.figure("probationersEarly");
  }

  public Figure approvalsOverdue() {
    return row.figure("approvalsOverdue");
  }

  /** The years from the last admission to the year of the month. */
  public Figure yearsWithoutAdmission() {
    return Figure.computed(BigDecimal.valueOf(month.getYear()), Readings.NONE)
        .minus(row.figure("lastAdmissionYear"))
        .named("years");
  }

  public Figure membersDueTraining() {
    return row.figure("membersDueTraining");
  }

  public Figure membersTrained() {
    return row.figure("membersTrained");
  }

  public Figure secretaryTrainingHours() {
    return row.figure("secretaryTrainingHours");
  }

  public Figure secretaryCountyTraining() {
    return row.figure("secretaryCountyTraining");
  }

  public Figure talksDue() {
    return row.figure("talksDue");
  }

  public Figure talksDone() {
    return row.figure("talksDone");
  }

  public Day annualPlanOn() {
    return yearly("annualPlanOn");
  }

  public Day duesPublishedOn() {
    return yearly("duesPublishedOn");
  }

  public Day secretaryReportedOn() {
    return yearly("secretaryReportedOn");
  }

  public Word secretaryRating() {
    return row.word("secretaryRating");
  }

  public Figure actionItemsOverdue() {
    return row.figure("actionItemsOverdue");
  }

  public Figure majorMattersUndiscussed() {
    return row.figure("majorMattersUndiscussed");
  }

  public Flag hasBudgetLine() {
    return row.flag("hasBudgetLine");
  }

  public Figure budgetAmount() {
    return row.figure("budgetAmount");
  }

  /** There is a budget: what the item of its arrival begins with. */
  public Condition hasBudget() {
    return budgetAmount().above(0);
  }

  public Figure arrivedAmount() {
    return row.figure("arrivedAmount");
  }

  /** The payroll of last year is filled, that is, the branch covers the whole enterprise. */
  public Condition hasPreviousPayroll() {
    return row.isMissing()
        ? Condition.of(Truth.UNKNOWN, row.figure("previousPayroll").readings())
        : Condition.of(!row.row().isBlank("previousPayroll"), Readings.NONE);
  }

  public Figure previousPayroll() {
    return row.figure("previousPayroll");
  }

  public Figure carryOver() {
    return row.figure("carryOver");
  }

  public Figure duesCollectedLastYear() {
    return row.figure("duesCollectedLastYear");
  }

  public Figure duesReturned() {
    return row.figure("duesReturned");
  }

  public Figure duesSpentUndecided() {
    return row.figure("duesSpentUndecided");
  }

  public Figure duesSpentOutOfScope() {
    return row.figure("duesSpentOutOfScope");
  }

  public Figure payArrearsMonths() {
    return row.figure("payArrearsMonths");
  }

  /**
   * A date of the year; before December 1 of the year before it was only carried over and counts as
   * blank.
   */
  private Day yearly(String field) {
    Day day = row.day(field);
    LocalDate earliest = LocalDate.of(month.getYear() - 1, 12, 1);
    boolean carriedOver = day.date() != null && day.date().isBefore(earliest);
    return carriedOver ? Day.blank(field, "") : day;
  }
}

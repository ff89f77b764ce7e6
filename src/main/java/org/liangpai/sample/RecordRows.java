package org.liangpai.sample;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** Makes the monthly record of a branch, without its meetings. */
final class RecordRows {

  private static final double LATE_SHARE = 0.015;
  private static final List<String> MAY_BE_BLANK =
      List.of("floatingMembers", "leadingCadres", "probationersEarly", "approvalsOverdue");

  private static final Map<String, String> WHOLES =
      Map.of(
          "floatingOutOfContact", "floatingMembers",
          "leadingCadresAbsent", "leadingCadres",
          "probationersOverdue", "probationaryMembers");

  /** Four of nine are good, so that about a third of the branches count as advanced. */
  private static final List<String> RATINGS =
      List.of(
          "GOOD",
          "FAIRLY_GOOD",
          "GOOD",
          "FAIR",
          "GOOD",
          "FAIRLY_GOOD",
          "GOOD",
          "FAIRLY_GOOD",
          "FAIR");

  private final SampleBranch branch;
  private final Traits traits;
  private final YearMonth month;
  private final Draw draw;

  private RecordRows(SampleBranch branch, YearMonth month) {
    this.branch = branch;
    this.traits = branch.traits();
    this.month = month;
    this.draw = branch.drawForRecord(month);
  }

  static Row of(SampleBranch branch, YearMonth month) {
    RecordRows rows = new RecordRows(branch, month);
    Row row = rows.filed();
    row = rows.members(row);
    row = rows.counts(row);
    row = wholes(row);
    row = rows.year(row);
    row = new SampleMoney(branch, month).fill(row);
    return rows.blanks(row);
  }

  private boolean has(Fault fault) {
    return branch.hasFault(fault, month);
  }

  /** On time is before any filing day, late after any, whatever the calendar of the month. */
  private Row filed() {
    boolean late = has(Fault.YX_10) || draw.chance(LATE_SHARE);
    LocalDate day = month.plusMonths(1).atDay(late ? draw.between(15, 20) : draw.between(1, 4));
    LocalDate today = branch.span().today();
    return new Row(Table.RECORDS)
        .with("branchCode", branch.code())
        .with("month", month)
        .with("submittedOn", day.isAfter(today) ? today : day);
  }

  private Row members(Row row) {
    int full = traits.full();
    int groups = has(Fault.ZZ_08) ? 0 : traits.groups();
    if (has(Fault.ZZ_01)) {
      full = 2;
    } else if (has(Fault.ZZ_02)) {
      full = traits.full() + 40;
    }
    return row.with("fullMembers", full)
        .with("probationaryMembers", traits.probationary())
        .with("groups", groups)
        .with("floatingMembers", traits.domain() == Domain.FLOATING ? full : full / 9)
        .with("leadingCadres", traits.domain().hasLeadingCadres() ? 1 + branch.number() % 3 : 0)
        .with("liaisonVisits", visits());
  }

  private int visits() {
    YearMonth quarterEnd = SampleQuarter.end(month);
    boolean dueThisMonth = SampleQuarter.isMonth(month, branch.number());
    return branch.hasFault(Fault.BZ_09, quarterEnd) ? 0 : dueThisMonth || draw.chance(0.1) ? 1 : 0;
  }

  /** What should be zero, and is so where nothing is wrong. */
  private Row counts(Row row) {
    Row filled = row;
    for (Fault fault : Fault.values()) {
      if (fault.field() != null && !(fault == Fault.BZ_10 && !traits.isVillage())) {
        int count = has(fault) ? 1 + (branch.number() + fault.ordinal()) % 3 : 0;
        filled = filled.with(fault.field(), count);
      }
    }
    return filled;
  }

  /** Those in trouble are some of those whom another field counts. */
  private static Row wholes(Row row) {
    Row filled = row;
    for (Map.Entry<String, String> pair : WHOLES.entrySet()) {
      Integer part = row.integer(pair.getKey());
      if (part != null && part > filled.integer(pair.getValue())) {
        filled = filled.with(pair.getValue(), part);
      }
    }
    return filled.integer("weakGroups") > filled.integer("groups")
        ? filled.with("weakGroups", filled.integer("groups"))
        : filled;
  }

  private Row year(Row row) {
    int due = Math.max(1, traits.full() * 17 / 20);
    int trained = due * Math.min(has(Fault.SH_10) ? 60 : 100, month.getMonthValue() * 9) / 100;
    int talks = traits.members();
    int talked = talks * Math.min(has(Fault.SH_08) ? 70 : 100, month.getMonthValue() * 9) / 100;
    int hours = Math.min(has(Fault.ZW_14) ? 30 : 64, month.getMonthValue() * 6);
    return row.with("lastAdmissionYear", lastAdmission())
        .with("membersDueTraining", due)
        .with("membersTrained", trained)
        .with("secretaryTrainingHours", BigDecimal.valueOf(hours).setScale(2))
        .with("secretaryCountyTraining", has(Fault.ZW_14) || month.getMonthValue() < 5 ? 0 : 1)
        .with("talksDue", talks)
        .with("talksDone", talked)
        .with("annualPlanOn", has(Fault.YX_15) ? null : dayOfYear(1, 8))
        .with("duesPublishedOn", has(Fault.YX_24) ? null : dayOfYear(1, 20))
        .with("secretaryReportedOn", has(Fault.ZW_15) ? null : dayOfYear(2, 3))
        .with("secretaryRating", has(Fault.ZW_16) ? "POOR" : rating());
  }

  private int lastAdmission() {
    int lastYear = branch.span().last().getYear();
    if (branch.trouble().has(Fault.YX_21)) {
      // Long enough ago for the first month too, which may lie in the year before.
      return lastYear - 3 - branch.number() % 2;
    }
    return month.getMonthValue() > 6 ? month.getYear() : month.getYear() - 1;
  }

  /** A day of this year, or before it has come, the one of last year. */
  private LocalDate dayOfYear(int ofMonth, int day) {
    int year = month.getMonthValue() >= ofMonth ? month.getYear() : month.getYear() - 1;
    return LocalDate.of(year, ofMonth, day + branch.number() % 8);
  }

  private String rating() {
    return RATINGS.get(branch.number() % RATINGS.size());
  }

  private Row blanks(Row row) {
    if (!has(Fault.YX_11)) {
      return row;
    }
    Row blanked = row.with(MAY_BE_BLANK.get(branch.number() % 3), null);
    return draw.chance(0.3) ? blanked.with(MAY_BE_BLANK.get(3), null) : blanked;
  }
}

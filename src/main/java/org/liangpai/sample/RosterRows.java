package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.liangpai.dictionary.Row;
import org.liangpai.dictionary.Table;

/** Makes the roster row of a branch. */
final class RosterRows {

  private static final int DAYS_TO_FILE = 10;

  private final SampleBranch branch;
  private final Traits traits;
  private final Trouble trouble;
  private final Draw draw;

  private RosterRows(SampleBranch branch) {
    this.branch = branch;
    this.traits = branch.traits();
    this.trouble = branch.trouble();
    this.draw = branch.drawForRoster();
  }

  static Row of(SampleBranch branch) {
    RosterRows rows = new RosterRows(branch);
    Row row = rows.identity();
    row = rows.committee(row);
    row = rows.secretary(row);
    row = rows.support(row);
    return new SampleTerm(branch, rows.draw).fill(row);
  }

  private Row identity() {
    boolean unfiled = trouble.has(Fault.ZZ_05);
    Row row =
        new Row(Table.BRANCHES)
            .with("branchCode", branch.code())
            .with("branchName", branch.name())
            .with("unitCode", branch.unitCode())
            .with("domain", traits.domain().name())
            .with("kind", traits.kind())
            .with("foundedOn", branch.foundedOn())
            .with("filedOn", unfiled ? null : branch.foundedOn().plusDays(DAYS_TO_FILE))
            .with("dissolvedOn", branch.dissolvedOn())
            .with("leadersAppointed", traits.appointed());
    if (traits.isJoint()) {
      boolean tooMany = trouble.has(Fault.ZZ_03);
      row = row.with("coveredUnits", tooMany ? draw.between(6, 9) : draw.between(2, 5));
    }
    return trouble.has(Fault.ZZ_07) ? row.with("hostDissolvedOn", beginning(16, 120)) : row;
  }

  private Row committee(Row row) {
    int size = branch.committeeSize();
    Row filled = row.with("committeeSize", size);
    if (size == 0) {
      return filled.with("postsFilled", List.of("SECRETARY"));
    }
    List<String> posts =
        trouble.has(Fault.ZW_03)
            ? List.of("SECRETARY", "ORGANIZATION", "PUBLICITY")
            : List.of("SECRETARY", "ORGANIZATION", "PUBLICITY", "DISCIPLINE");
    filled = filled.with("postsFilled", posts);
    return trouble.has(Fault.ZW_05)
        ? filled.with("committeeVacantSince", beginning(61, 200))
        : filled;
  }

  private Row secretary(Row row) {
    YearMonth first = branch.span().first();
    LocalDate appointed =
        trouble.has(Fault.ZW_17)
            ? first.minusMonths(draw.between(7, 10)).atDay(10)
            : first.minusMonths(draw.between(3, 60)).atDay(draw.between(1, 28));
    LocalDate full =
        trouble.has(Fault.ZW_13)
            ? appointed.minusMonths(draw.between(2, 10))
            : appointed.minusYears(draw.between(3, 25));
    Row filled =
        row.with("secretaryName", branch.secretary())
            .with("secretaryFullSince", full)
            .with("secretaryAppointedOn", appointed)
            .with("secretaryInductionOn", trouble.has(Fault.ZW_17) ? null : appointed.plusDays(60));
    return trouble.has(Fault.ZW_04)
        ? filled.with("secretaryVacantSince", beginning(31, 150)).with("secretaryName", null)
        : filled;
  }

  private Row support(Row row) {
    boolean hasLeader = trouble.has(Fault.BZ_09) || draw.chance(0.94);
    String leader = "示例联系领导%02d".formatted(1 + branch.number() % 90);
    return row.with(
            "venue", trouble.has(Fault.BZ_05) ? "NONE" : draw.chance(0.7) ? "OWN" : "SHARED")
        .with("hasPartyWorker", !trouble.has(Fault.BZ_08))
        .with("liaisonLeader", hasLeader ? leader : null)
        .with(
            "pairedBranchCode",
            branch.number() > 1 && draw.chance(0.1)
                ? SampleBranch.code(branch.number() - 1)
                : null);
  }

  /**
   * A day so that at the end of the first month of the trouble it lies back for at least so long;
   * in lasting trouble up to the most.
   */
  private LocalDate beginning(int leastDays, int mostDays) {
    int days = trouble.lasting() ? draw.between(leastDays, mostDays) : leastDays;
    return trouble.from().atEndOfMonth().minusDays(days);
  }
}

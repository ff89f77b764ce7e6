package org.liangpai.sample;

import java.math.BigDecimal;
import java.time.YearMonth;
import org.liangpai.dictionary.Row;

/**
 * Fills what a record tells of budget, dues and their return; whole yuan, told with two decimals.
 */
final class SampleMoney {

  private static final int YUAN_A_MEMBER = 200;
  private static final int DUES_A_MEMBER = 120;
  private static final long PAYROLL_A_MEMBER = 90_000;

  private final SampleBranch branch;
  private final Traits traits;
  private final YearMonth month;

  SampleMoney(SampleBranch branch, YearMonth month) {
    this.branch = branch;
    this.traits = branch.traits();
    this.month = month;
  }

  Row fill(Row row) {
    Row filled = row.with("hasBudgetLine", !has(Fault.BZ_02));
    filled = isWholeEnterprise() ? enterprise(filled) : budget(filled, 1_000L + usualBudget());
    if (traits.domain() == Domain.NONPUBLIC) {
      int collected = traits.members() * DUES_A_MEMBER;
      int share = Math.min(has(Fault.BZ_04) ? 40 : 100, month.getMonthValue() * 10);
      filled =
          filled
              .with("duesCollectedLastYear", yuan(collected))
              .with("duesReturned", yuan(collected * share / 100));
    }
    return filled;
  }

  /** Of others than enterprises no payroll is known. */
  private boolean isWholeEnterprise() {
    return traits.isEnterprise() && (branch.trouble().has(Fault.BZ_03) || branch.number() % 3 == 0);
  }

  private Row enterprise(Row row) {
    long payroll = traits.members() * PAYROLL_A_MEMBER;
    long budget = payroll * (has(Fault.BZ_03) ? 6 : 12) / 1_000;
    return budget(row, budget)
        .with("previousPayroll", yuan(payroll))
        .with("carryOver", yuan(payroll / 200));
  }

  private Row budget(Row row, long budget) {
    int share =
        has(Fault.BZ_01) ? month.getMonthValue() * 6 : Math.min(100, month.getMonthValue() * 9 + 5);
    return row.with("budgetAmount", yuan(budget)).with("arrivedAmount", yuan(budget * share / 100));
  }

  private long usualBudget() {
    return (long) traits.members() * YUAN_A_MEMBER;
  }

  private boolean has(Fault fault) {
    return branch.hasFault(fault, month);
  }

  private static BigDecimal yuan(long amount) {
    return BigDecimal.valueOf(amount).setScale(2);
  }
}

package org.liangpai.sample;

import static org.liangpai.sample.Fault.Reach.DATED;
import static org.liangpai.sample.Fault.Reach.EVENT;
import static org.liangpai.sample.Fault.Reach.LASTING;
import static org.liangpai.sample.Fault.Reach.MONTHLY;
import static org.liangpai.sample.Fault.Reach.YEARLY;

import java.util.function.Predicate;

/**
 * What may go wrong in a troubled branch. Each is named after the item that finds it, and its rows
 * are made so that this item finds it, whatever the month.
 */
enum Fault {
  ZZ_01(2, LASTING, Slot.SIZE, traits -> traits.isNormal() && traits.isSmall()),
  ZZ_02(2, LASTING, Slot.SIZE, traits -> !traits.isSmall()),
  ZZ_03(40, LASTING, Slot.UNITS, Traits::isJoint),
  ZZ_04(2, LASTING, Slot.TERM, Traits::isElected),
  ZZ_05(3, LASTING, Slot.FILED, Traits::isOrdinary),
  ZZ_06(60, EVENT, Slot.VOTE, Traits::isTemporary),
  ZZ_07(60, DATED, Slot.TERM, Traits::isTemporary),
  ZZ_08(4, MONTHLY, Slot.GROUPS, Traits::hasGroups),
  ZZ_09("weakGroups", 9, Slot.GROUPS, Traits::hasGroups),
  ZZ_10("membersWithoutGroup", 9, Slot.GROUPS, Traits::hasGroups),

  YX_01(0.05, Slot.GENERAL_MEETING, Traits::isOrdinary),
  YX_02(12, MONTHLY, Slot.COMMITTEE_MEETING, Traits::hasCommittee),
  YX_03(5, MONTHLY, Slot.GROUPS, Traits::hasGroups),
  YX_04(2, EVENT, Slot.VOTE, Traits::isOrdinary),
  YX_05(2, EVENT, Slot.VOTE, Traits::isOrdinary),
  YX_06(8, MONTHLY, Slot.COMMITTEE_MEETING, Traits::hasCommittee),
  YX_07(3, EVENT, Slot.VOTE, Traits::hasCommittee),
  YX_08("majorMattersUndiscussed", 2, Slot.MATTERS, Traits::isVillage),
  YX_10(9, MONTHLY, Slot.FILING, traits -> true),
  YX_11(7, MONTHLY, Slot.BLANKS, traits -> true),
  YX_12(9, MONTHLY, Slot.RECORDED, Traits::hasCommittee),
  YX_13(9, MONTHLY, Slot.COMMITTEE_MEETING, Traits::hasCommittee),
  YX_14(2, MONTHLY, Slot.THEME_DAY, Traits::isOrdinary),
  YX_15(0.12, Slot.PLAN, Traits::isOrdinary),
  YX_16("applicantsUntalked", 10, Slot.APPLICANTS, Traits::isOrdinary),
  YX_17("activistsUnreviewed", 10, Slot.ACTIVISTS, Traits::isOrdinary),
  YX_18("probationersOverdue", 2, Slot.PROBATIONERS, Traits::isOrdinary),
  YX_19("probationersEarly", 1, Slot.PROBATIONERS, Traits::isOrdinary),
  YX_20("approvalsOverdue", 1, Slot.APPROVALS, Traits::isOrdinary),
  YX_21(6, LASTING, Slot.ADMISSION, Traits::isRural),
  YX_22("membersDuesOverdue", 14, Slot.DUES, Traits::isOrdinary),
  YX_23("membersLapsed", 1, Slot.LAPSED, Traits::isOrdinary),
  YX_24(0.06, Slot.PUBLISHED, Traits::isOrdinary),
  YX_25("membersLost", 1, Slot.LOST, Traits::isOrdinary),
  YX_26("membersUntransferred", 10, Slot.TRANSFER, Traits::isOrdinary),
  YX_27("floatingOutOfContact", 3, Slot.FLOATING, Traits::isOrdinary),
  YX_28("actionItemsOverdue", 12, Slot.ACTIONS, Traits::isOrdinary),

  SH_01(6, MONTHLY, Slot.THEME_DAY, Traits::isOrdinary),
  SH_02(5, MONTHLY, Slot.THEME_DAY, Traits::isOrdinary),
  SH_03(0.06, Slot.LECTURE, Traits::isOrdinary),
  SH_04(0.06, Slot.LIFE, Traits::isOrdinary),
  SH_05(0.10, Slot.LIFE, Traits::isOrdinary),
  SH_06(0.06, Slot.APPRAISAL, Traits::isOrdinary),
  SH_07(0.08, Slot.APPRAISAL, Traits::isOrdinary),
  SH_08(0.05, Slot.TALKS, Traits::isOrdinary),
  SH_09(5, MONTHLY, Slot.ATTENDANCE, Traits::isOrdinary),
  SH_10(0.05, Slot.TRAINING, Traits::isOrdinary),
  SH_11("leadingCadresAbsent", 2, Slot.CADRES, Traits::hasLeadingCadres),

  ZW_01(2, LASTING, Slot.COMMITTEE, Traits::hasCommittee),
  ZW_02(3, LASTING, Slot.COMMITTEE, Traits::hasCommittee),
  ZW_03(8, LASTING, Slot.COMMITTEE, Traits::hasCommittee),
  ZW_04(4, DATED, Slot.SECRETARY, Traits::isOrdinary),
  ZW_05(8, DATED, Slot.COMMITTEE, Traits::hasCommittee),
  ZW_06(7, DATED, Slot.TERM, Traits::isElected),
  ZW_07(5, DATED, Slot.TERM, Traits::isElected),
  ZW_08(1, LASTING, Slot.TERM, Traits::isElected),
  ZW_09(3, LASTING, Slot.TERM, Traits::isElected),
  ZW_10(1, EVENT, Slot.VOTE, Traits::hasCommittee),
  ZW_11(1, EVENT, Slot.VOTE, Traits::hasCommittee),
  ZW_12(5, LASTING, Slot.TERM, Traits::isElected),
  ZW_13(2, LASTING, Slot.SECRETARY, Traits::isOrdinary),
  ZW_14(0.06, Slot.HOURS, Traits::isOrdinary),
  ZW_15(0.06, Slot.REPORT, Traits::isOrdinary),
  ZW_16(0.02, Slot.REPORT, Traits::isOrdinary),
  ZW_17(3, LASTING, Slot.SECRETARY, Traits::isOrdinary),

  BZ_01(0.08, Slot.BUDGET, Traits::isOrdinary),
  BZ_02(0.05, Slot.BUDGET_LINE, Traits::isOrdinary),
  BZ_03(0.15, Slot.BUDGET, Traits::isEnterprise),
  BZ_04(0.20, Slot.RETURNED, Traits::isNonpublic),
  BZ_05(8, LASTING, Slot.VENUE, Traits::isVillage),
  BZ_06("duesSpentUndecided", 2, Slot.SPENDING, Traits::isOrdinary),
  BZ_07("duesSpentOutOfScope", 2, Slot.SPENDING, Traits::isOrdinary),
  BZ_08(9, LASTING, Slot.WORKER, Traits::needsPartyWorker),
  BZ_09(0.06, Slot.VISITS, Traits::isOrdinary),
  BZ_10("payArrearsMonths", 2, Slot.PAY, Traits::isVillage);

  /** When it is there. */
  enum Reach {
    /** In every month, as the roster tells it without a date; only in lasting trouble. */
    LASTING,
    /** From some day of the trouble on; only in trouble that has not ended. */
    DATED,
    /** In every month of passing trouble; in lasting trouble with months of betterment. */
    MONTHLY,
    /** In about every second month of the trouble. */
    EVENT,
    /** In every month of the trouble, though it is asked for once a year or a quarter only. */
    YEARLY
  }

  /** What it concerns: of two faults with the same slot a branch has one at most. */
  enum Slot {
    SIZE,
    UNITS,
    TERM,
    FILED,
    GROUPS,
    GENERAL_MEETING,
    COMMITTEE_MEETING,
    VOTE,
    MATTERS,
    FILING,
    BLANKS,
    RECORDED,
    THEME_DAY,
    PLAN,
    APPLICANTS,
    ACTIVISTS,
    PROBATIONERS,
    APPROVALS,
    ADMISSION,
    DUES,
    LAPSED,
    PUBLISHED,
    LOST,
    TRANSFER,
    FLOATING,
    ACTIONS,
    LECTURE,
    LIFE,
    APPRAISAL,
    TALKS,
    ATTENDANCE,
    TRAINING,
    CADRES,
    COMMITTEE,
    SECRETARY,
    HOURS,
    REPORT,
    BUDGET,
    BUDGET_LINE,
    RETURNED,
    VENUE,
    SPENDING,
    WORKER,
    VISITS,
    PAY
  }

  private final String field;
  private final int weight;
  private final double share;
  private final Reach reach;
  private final Slot slot;
  private final Predicate<Traits> fits;

  Fault(int weight, Reach reach, Slot slot, Predicate<Traits> fits) {
    this(null, weight, 0, reach, slot, fits);
  }

  Fault(String field, int weight, Slot slot, Predicate<Traits> fits) {
    this(field, weight, 0, MONTHLY, slot, fits);
  }

  Fault(double share, Slot slot, Predicate<Traits> fits) {
    this(null, 0, share, YEARLY, slot, fits);
  }

  Fault(String field, int weight, double share, Reach reach, Slot slot, Predicate<Traits> fits) {
    this.field = field;
    this.weight = weight;
    this.share = share;
    this.reach = reach;
    this.slot = slot;
    this.fits = fits;
  }

  /** The figure of the record that is above zero because of it, or {@code null}. */
  String field() {
    return field;
  }

  /** How often it is drawn in proportion to others; 0 for those of the year. */
  int weight() {
    return weight;
  }

  /** The share of troubled branches that also have it; for those of the year. */
  double share() {
    return share;
  }

  Reach reach() {
    return reach;
  }

  Slot slot() {
    return slot;
  }

  boolean fits(Traits traits) {
    return fits.test(traits);
  }
}

package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import org.liangpai.calendar.WorkingCalendar;

/**
 * What becomes of a line of a card in the history: when its holder plans, when they report it done,
 * and what goes wrong on the way. It follows from the branch and the item alone.
 *
 * @param plannedOn when measures are proposed
 * @param returned the first plan is returned
 * @param doneOn when it is reported done, or {@code null} if the trouble does not end
 * @param rejected the first report is rejected
 * @param looking after how many working days somebody looks at what waits for them
 * @param lot a number from 0 up to 1 for what befalls a few
 */
record LineFate(
    LocalDate plannedOn,
    boolean returned,
    LocalDate doneOn,
    boolean rejected,
    int looking,
    double lot) {

  private static final double RETURNED = 0.08;
  private static final double REJECTED = 0.06;
  private static final double LATE = 0.05;

  /**
   * The fate of a line.
   *
   * @param branch whose trouble it is
   * @param addedOn the day on which it came onto the card
   * @param dueOn its due day as it was at first
   */
  static LineFate of(
      SampleBranch branch,
      String item,
      LocalDate addedOn,
      LocalDate dueOn,
      WorkingCalendar calendar) {
    Draw draw = Draw.of(branch.seed(), branch.number(), item.hashCode(), addedOn.toEpochDay());
    LocalDate planned = calendar.plusWorkingDays(addedOn, draw.between(1, 3)).day();
    boolean returned = draw.chance(RETURNED);
    boolean rejected = draw.chance(REJECTED);
    int days = calendar.workingDaysBetween(addedOn, dueOn);
    int wanted =
        draw.chance(LATE)
            ? days + draw.between(2, 8)
            : Math.max(4, days * draw.between(55, 90) / 100);
    LocalDate done = calendar.plusWorkingDays(addedOn, wanted).day();
    LocalDate better = betterFrom(branch, item, draw);
    return new LineFate(
        planned,
        returned,
        better == null ? null : calendar.workingDayOnOrAfter(later(done, better)),
        rejected,
        draw.between(1, 3),
        draw.share());
  }

  /** From when the records of the branch show it no longer, or {@code null}. */
  private static LocalDate betterFrom(SampleBranch branch, String item, Draw draw) {
    Trouble trouble = branch.trouble();
    boolean isTrouble =
        trouble.faults().stream().anyMatch(fault -> fault.name().equals(item.replace('-', '_')));
    if (!isTrouble) {
      return LocalDate.MIN;
    }
    YearMonth last = trouble.to();
    return trouble.lasting() ? null : last.atEndOfMonth().plusDays(draw.between(1, 6));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}

package org.liangpai.escalation;

import java.time.LocalDate;
import java.util.Optional;
import org.liangpai.calendar.WorkingCalendar;

/**
 * The day on which a term is over, as it is counted against the holder: neither days on which the
 * card was set aside nor working days on which the verifier had to act count.
 *
 * @param base the due day, or the end of a suspension if that is later
 * @param suspended whether it is the end of a suspension
 * @param waited the working days after it on which the verifier had to act
 * @param day the base, put off by these days
 * @param asked the request for an extension that nobody has decided on
 */
record TermEnd(
    LocalDate base, boolean suspended, int waited, LocalDate day, Optional<Term.Wait> asked) {

  static TermEnd of(
      Term term, LocalDate suspendedUntil, LocalDate today, WorkingCalendar calendar) {
    boolean suspended = suspendedUntil != null && suspendedUntil.isAfter(term.dueOn());
    LocalDate base = suspended ? suspendedUntil : term.dueOn();
    int waited = 0;
    LocalDate counted = base;
    for (Term.Wait wait : term.waits()) {
      LocalDate until = wait.isOpen() ? today : wait.until();
      LocalDate from = wait.from().isAfter(counted) ? wait.from() : counted;
      if (until.isAfter(from)) {
        waited += calendar.workingDaysBetween(from, until);
        counted = until;
      }
    }
    LocalDate day = calendar.plusWorkingDays(base, waited).day();
    return new TermEnd(base, suspended, waited, day, term.open());
  }

  boolean isHeld() {
    return asked.isPresent();
  }

  /** The end in words. */
  String told() {
    return (suspended ? "挂账于%s期满" : "整改期限为%s").formatted(Days.chinese(base)) + putOff();
  }

  /** How late it is, and what is undone. */
  String reason(LocalDate today, String undone, WorkingCalendar calendar) {
    boolean isOver = today.isAfter(day);
    String term = (isOver || waited > 0 ? "期限%s" : "期限为%s").formatted(Days.chinese(base));
    String left =
        isOver
            ? "已过%d个工作日".formatted(calendar.workingDaysBetween(day, today))
            : "还剩%d个工作日".formatted(calendar.workingDaysBetween(today, day));
    String comma = isOver && waited == 0 ? "" : "，";
    return term + putOff() + comma + left + "，还有" + undone + "。";
  }

  private String putOff() {
    return waited == 0 ? "" : "，等待验收和审批的%d个工作日不计，顺延至%s".formatted(waited, Days.chinese(day));
  }
}

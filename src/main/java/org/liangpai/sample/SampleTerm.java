package org.liangpai.sample;

import java.time.LocalDate;
import java.time.YearMonth;
import org.liangpai.dictionary.Row;

/** Fills what the roster tells of election and term. */
final class SampleTerm {

  /** Reminders go out half a year before the end, in healthy branches a month earlier. */
  private static final int REMINDER_MONTHS = 7;

  private static final int FOUNDING_TO_ELECTION_DAYS = 20;
  private static final int SECRET_BALLOT_TO_APPROVAL_DAYS = 7;

  private final SampleBranch branch;
  private final Traits traits;
  private final Trouble trouble;
  private final Draw draw;

  SampleTerm(SampleBranch branch, Draw draw) {
    this.branch = branch;
    this.traits = branch.traits();
    this.trouble = branch.trouble();
    this.draw = draw;
  }

  /** Appointed leaders have no term. */
  Row fill(Row row) {
    if (traits.appointed() || trouble.has(Fault.ZZ_04)) {
      return row;
    }
    int years = years();
    LocalDate end = end(years);
    LocalDate first = branch.foundedOn().plusDays(FOUNDING_TO_ELECTION_DAYS);
    boolean shorter = end.minusYears(years).isBefore(first);
    LocalDate elected = shorter ? first : end.minusYears(years);
    boolean endsSoon = end.isBefore(branch.span().last().plusMonths(8).atDay(1));
    boolean reminded = endsSoon && !trouble.has(Fault.ZW_06);
    return row.with("electedOn", elected)
        .with("termYears", years)
        .with("termEndsOn", draw.chance(0.5) || shorter ? end : null)
        .with("reminderSentOn", reminded ? end.minusMonths(REMINDER_MONTHS) : null)
        .with(
            "postponedUntil",
            trouble.has(Fault.ZW_08) ? end.plusYears(1).plusDays(draw.between(30, 120)) : null)
        .with(
            "approvedOn",
            trouble.has(Fault.ZW_12) ? null : elected.plusDays(SECRET_BALLOT_TO_APPROVAL_DAYS));
  }

  private int years() {
    int right = traits.domain().termYears();
    return trouble.has(Fault.ZW_09) ? 8 - right : right;
  }

  private LocalDate end(int years) {
    YearMonth last = branch.span().last();
    int day = draw.between(1, 28);
    boolean isNew = !branch.foundedOn().isBefore(branch.span().first().atDay(1));
    if (isNew) {
      return branch.foundedOn().plusDays(FOUNDING_TO_ELECTION_DAYS).plusYears(years);
    }
    if (trouble.has(Fault.ZW_07)) {
      LocalDate start = trouble.from().atDay(day);
      return start.minusDays(trouble.lasting() ? draw.between(30, 400) : 0);
    }
    if (trouble.has(Fault.ZW_06)) {
      YearMonth soonest = trouble.from().plusMonths(6);
      YearMonth end = soonest.isAfter(last) ? soonest : last.plusMonths(draw.between(1, 3));
      return end.atDay(day);
    }
    if (trouble.has(Fault.ZW_08)) {
      return last.minusMonths(draw.between(2, 10)).atDay(day);
    }
    return last.plusMonths(draw.between(2, years * 12 - 15)).atDay(day);
  }
}

package org.liangpai.rectification;

import java.time.LocalDate;
import org.liangpai.calendar.WorkingCalendar;

/**
 * By which days the measures of a line may be planned: from today until the due day of the line. On
 * an overdue line that would be in the past, so what is planned then lies within some working days;
 * the line stays overdue all the same.
 *
 * @param first today
 * @param overdue whether the due day is over
 */
public record PlanDays(LocalDate first, LocalDate last, boolean overdue) {

  /** How many working days ahead the measures of an overdue line may be due. */
  private static final int AHEAD = 20;

  /** The days of a line on a day. */
  public static PlanDays of(LocalDate dueOn, LocalDate today, WorkingCalendar calendar) {
    boolean overdue = today.isAfter(dueOn);
    return new PlanDays(
        today, overdue ? calendar.plusWorkingDays(today, AHEAD).day() : dueOn, overdue);
  }

  /** Whether a day is one of them. */
  public boolean contain(LocalDate day) {
    return refusal(day) == null;
  }

  /** Why a day is none of them, or {@code null}. */
  String refusal(LocalDate day) {
    if (day.isBefore(first)) {
      return "“" + day + "”已经过去，应在 " + first + " 至 " + last + " 之间";
    }
    if (day.isAfter(last)) {
      return overdue
          ? "“" + day + "”太晚：这项情形已经超期，应不晚于 " + last
          : "“" + day + "”晚于这项情形的整改期限，应不晚于 " + last;
    }
    return null;
  }
}

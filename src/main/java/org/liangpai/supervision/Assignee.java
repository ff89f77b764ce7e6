package org.liangpai.supervision;

import java.time.LocalDate;

/**
 * Who takes a branch today.
 *
 * @param assignment the id of the assignment
 * @param name how the person is called
 * @param toOn the last day, or {@code null} while no end is foreseen
 * @param vacant the person does not hold the post any more
 * @param visitedOn when they, or their predecessor, last wrote down a visit, or {@code null}
 * @param nextOn when the next visit was agreed to be, or {@code null}
 */
public record Assignee(
    long assignment,
    String account,
    String name,
    LocalDate fromOn,
    LocalDate toOn,
    boolean vacant,
    LocalDate visitedOn,
    LocalDate nextOn) {

  /** Whether the day of the next visit is past. */
  public boolean isLate(LocalDate today) {
    return nextOn != null && nextOn.isBefore(today);
  }
}

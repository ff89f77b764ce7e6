package org.liangpai.supervision;

import java.time.LocalDate;
import java.util.List;

/**
 * A branch with what is open on it and who takes it.
 *
 * @param key what to pass as {@code after} to go on behind it
 * @param level the worst level of its open cards, or {@code null} without one
 * @param cards the numbers of its open cards
 * @param items how many items are open
 * @param overdue an item is past its due day, and no objection stops the clock of its card
 * @param relapse an item came back within the months in which that counts
 * @param dueOn the earliest due day of an open item, or {@code null}
 * @param leader its contact leader, or {@code null}
 * @param supervisor its supervisor, or {@code null}
 */
public record SupervisedBranch(
    String key,
    String branchCode,
    String branchName,
    String unitPath,
    String level,
    List<String> cards,
    int items,
    boolean overdue,
    boolean relapse,
    LocalDate dueOn,
    Assignee leader,
    Assignee supervisor) {

  /** How an account takes it; a supervisor first, who may be contact leader as well. */
  public Assignee takenBy(String account) {
    return supervisor != null && supervisor.account().equals(account) ? supervisor : leader;
  }

  /** Who takes it in a capacity, or {@code null}. */
  public Assignee assignee(AssignmentKind kind) {
    return kind == AssignmentKind.CONTACT_LEADER ? leader : supervisor;
  }
}

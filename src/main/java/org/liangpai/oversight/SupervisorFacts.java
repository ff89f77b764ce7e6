package org.liangpai.oversight;

import java.time.LocalDate;
import java.util.List;

/**
 * Which branches with an orange or red card a supervisor has not visited for longer than they
 * should.
 *
 * @param branches how many branches they take
 * @param severe how many of them have an orange or red card
 */
public record SupervisorFacts(
    String account, String name, int branches, int severe, List<Unvisited> unvisited) {

  /**
   * A branch that was not visited.
   *
   * @param visitedOn when it was last visited, or {@code null}
   */
  public record Unvisited(
      String branchCode, String branchName, String level, LocalDate visitedOn) {}

  /** Whether there is anything to look at. */
  public boolean isNotable() {
    return !unvisited.isEmpty();
  }
}

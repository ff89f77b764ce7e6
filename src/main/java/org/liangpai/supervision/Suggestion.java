package org.liangpai.supervision;

import java.util.List;

/**
 * Who could take which branch, and why: nobody is assigned by it.
 *
 * @param people everybody who could take branches, with their load before and after
 * @param pairs the branches that could go to somebody
 * @param left the branches for which there is nobody, each with the reason
 */
public record Suggestion(
    AssignmentKind kind, List<Person> people, List<Pair> pairs, List<Left> left) {

  /**
   * Somebody who could take branches.
   *
   * @param most how many branches they take at most
   */
  public record Person(
      String account,
      String name,
      String places,
      int branchesBefore,
      int loadBefore,
      int branchesAfter,
      int loadAfter,
      int most) {}

  /**
   * A branch that could go to somebody.
   *
   * @param level the worst level of its open cards
   * @param load how much work it is
   * @param distance steps of the hierarchy between the post and the branch
   * @param beside how many other branches of the same committee the person has then
   */
  public record Pair(
      String account,
      String name,
      String branchCode,
      String branchName,
      String unitPath,
      String level,
      boolean overdue,
      int load,
      int distance,
      int beside,
      String why) {}

  /** A branch for which there is nobody. */
  public record Left(
      String branchCode, String branchName, String unitPath, String level, String why) {}
}

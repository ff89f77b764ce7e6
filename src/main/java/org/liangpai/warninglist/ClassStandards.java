package org.liangpai.warninglist;

import java.util.List;

/**
 * By what a branch is advanced, average or backward (先进、达标、后进) in a quarter; what is neither of the
 * outer two is average.
 *
 * @param derivedOnDay the day of the month after the quarter on which the classes are derived
 * @param advanced all of it has to hold
 * @param backward one of it is enough
 */
public record ClassStandards(int derivedOnDay, Advanced advanced, Backward backward) {

  /**
   * What is asked of an advanced branch.
   *
   * @param noCardFrom no card of this level or a graver one
   * @param secretaryRatings the ratings of the secretary's yearly review; empty if it does not
   *     matter
   */
  public record Advanced(
      Level noCardFrom,
      int mostFindings,
      int mostOverdueDays,
      boolean filedOnTime,
      List<String> secretaryRatings) {}

  /** From where on a branch is backward. */
  public record Backward(int leastRedsStanding, int leastOranges, int leastOverdueDays) {}
}

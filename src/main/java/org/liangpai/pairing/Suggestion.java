package org.liangpai.pairing;

import java.util.List;

/**
 * Which pairs are suggested.
 *
 * @param months of which months strength was judged, in Chinese; empty if no month was swept yet
 * @param pairs those that are suggested
 * @param unpaired the weak branches for which there is nobody, or that help somebody themselves,
 *     and why
 * @param kept how many pairings are in force and stay as they are
 */
public record Suggestion(
    String months, List<PairView> pairs, List<UnpairedView> unpaired, int kept) {

  /** A branch of a pair that is suggested. */
  public record BranchView(String code, String name, String unitName, String domain) {}

  /**
   * A pair that is suggested.
   *
   * @param card the card for which the weak one is to be helped
   * @param steps how many steps apart in the hierarchy
   * @param strengths the dimensions in which the one is weak and the other strong
   * @param explanation why these two, one Chinese sentence
   */
  public record PairView(
      BranchView weak,
      String card,
      String level,
      BranchView strong,
      int steps,
      boolean sameDomain,
      boolean demonstration,
      List<String> strengths,
      String explanation) {}

  /** A weak branch without anybody to help it. */
  public record UnpairedView(BranchView weak, String card, String level, String why) {}
}

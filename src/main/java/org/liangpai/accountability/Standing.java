package org.liangpai.accountability;

import java.time.LocalDate;
import java.util.List;

/**
 * Whether a branch or unit was clear over some days, with the facts. It is clear if it held no
 * card, was not criticised, and no case was opened on its account; what branches below a unit hold
 * is told beside and does not count against it.
 *
 * @param cards its own cards, by level
 * @param criticisms how often it was criticised
 * @param cases how many cases were opened
 * @param proposals how many proposals nobody has decided on, as of today
 * @param below the cards of the branches below a unit, by level
 */
public record Standing(
    String code,
    String name,
    LocalDate from,
    LocalDate to,
    boolean clear,
    List<OfLevel> cards,
    int criticisms,
    int cases,
    int proposals,
    List<OfLevel> below) {

  /**
   * The cards of a level.
   *
   * @param issued on these days
   * @param stoodBefore issued earlier, and not yet cleared when the days began
   */
  public record OfLevel(String level, String word, int issued, int stoodBefore) {}
}

package org.liangpai.card;

import org.liangpai.security.OwnPlace;

/**
 * On which sides of a card somebody stands.
 *
 * @param holder they answer for it: the secretary of the branch or, where the unit holds the card,
 *     its officer
 * @param verifier they accept: the committee's officer or, for a unit's card, the officer above it
 * @param above they look a second time and grant: the officers above the verifier
 * @param own the branch or unit of theirs because of which they decide nothing although a post
 *     would let them, or {@code null}
 */
public record CardSides(boolean holder, boolean verifier, boolean above, String own) {

  /** The same for somebody who holds a post at the holder: they answer for it and no more. */
  CardSides recusedBy(String code) {
    return verifier || above ? new CardSides(holder, false, false, code) : this;
  }

  /** Refuses whoever does not answer for the card. */
  public void requireHolder() {
    require(holder, "只有持牌支部的书记（党组织持牌的，该党组织经办人）能办理这一步");
  }

  /** Refuses whoever does not accept the card's rectification. */
  public void requireVerifier() {
    requireOthers();
    require(verifier, "只有负责核实这张牌的基层党委（党组织持牌的，其上级）经办人能办理这一步");
  }

  /** Refuses whoever does not stand above the verifier. */
  public void requireAbove() {
    requireOthers();
    require(above, "只有核实单位的上级党委经办人能办理这一步");
  }

  /** Refuses whoever would decide on their own, whatever the card waits for. */
  public void requireOthers() {
    if (own != null) {
      throw new OwnPlace(own);
    }
  }

  private static void require(boolean stands, String who) {
    if (!stands) {
      throw CardRefused.otherSide(who);
    }
  }
}

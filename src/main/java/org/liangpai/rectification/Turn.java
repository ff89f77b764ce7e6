package org.liangpai.rectification;

/**
 * Whose turn it is with a line of a card, and what is to be done.
 *
 * @param side {@link Side#NOBODY} when the line is off the card
 * @param who the Chinese name of the desk, or {@code null}
 * @param next one Chinese phrase
 */
public record Turn(Side side, String who, String next) {

  /** The sides of a card. */
  public enum Side {
    HOLDER,
    VERIFIER,
    ABOVE,
    NOBODY
  }
}

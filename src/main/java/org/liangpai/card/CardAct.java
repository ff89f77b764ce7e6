package org.liangpai.card;

/** What was done to a card. */
public enum CardAct {
  ISSUED,
  /** A line was added: another finding of the same month was confirmed. */
  LINE_ADDED,
  /** An open item was found again. */
  OBSERVED,
  /** The level rose by what was added or observed. */
  LEVEL_RAISED,
  /** A verifier changed the level. */
  LEVEL_ADJUSTED
}

package org.liangpai.evaluation;

/** What an item says of a branch in a month. */
public enum Outcome {
  /** The situation is there. */
  HIT,
  /** It is not. */
  CLEAR,
  /** Something is missing that could decide; never read as fine. */
  NOT_JUDGED,
  /** The item does not concern this branch in this month. */
  NOT_APPLICABLE
}

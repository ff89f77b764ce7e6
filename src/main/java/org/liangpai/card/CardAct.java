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
  /** The level sank because items came off. */
  LEVEL_LOWERED,
  /** A verifier changed the level. */
  LEVEL_ADJUSTED,
  MEASURES_PROPOSED,
  MEASURES_ACCEPTED,
  MEASURES_RETURNED,
  LINE_REPORTED,
  /** The verifier agrees; the level above has to look. */
  LINE_ACCEPTED,
  LINE_REJECTED,
  LINE_CLEARED,
  CLEARED,
  /** A later record shows that an item no longer holds. */
  DATA_AGREES,
  WATCH_CLOSED,
  /** An item came back while the card was watched. */
  RELAPSED,
  /** The card of the relapse was withdrawn. */
  WATCH_RESUMED,
  EXTENSION_ASKED,
  EXTENDED,
  EXTENSION_REFUSED,
  SUSPENSION_ASKED,
  SUSPENDED,
  SUSPENSION_REFUSED,
  SUSPENSION_ENDED,
  OBJECTION_RAISED,
  OBJECTION_UPHELD,
  OBJECTION_REFUSED,
  WITHDRAWN,
  /** The branch is dissolved: its successor holds the card. */
  PASSED_ON,
  /** What concerned branches that have moved to another unit came off. */
  LINES_TAKEN_OFF,
  /** The decision that brought an item was taken back. */
  DECISION_TAKEN_BACK,
  /** The working calendar changed, and the due days followed. */
  DUE_RECOUNTED,
  /** A rung of the ladder was taken. */
  ESCALATED,
  HELP_ASKED,
  HELP_ENDED
}

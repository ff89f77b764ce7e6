package org.liangpai.card;

/** How the watch after clearing (回头看) ended. */
public enum WatchOutcome {
  /** Nothing came back: closed for good. */
  CLOSED,
  /** An item came back and stands on a card again. */
  RELAPSED
}

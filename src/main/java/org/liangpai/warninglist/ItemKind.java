package org.liangpai.warninglist;

/** How an item looks at a branch. */
public enum ItemKind {
  /** Counts what was done in a whole window. */
  COUNT,
  /** Looks at the meetings held in the month only. */
  EVENT,
  /** Hits every month while a state lasts. */
  STATE
}

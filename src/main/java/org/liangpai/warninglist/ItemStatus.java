package org.liangpai.warninglist;

/** Where an item of the list stands. */
public enum ItemStatus {
  ACTIVE,
  /** Found in every sweep, but never carded. */
  TRIAL,
  /** No longer judged from its month on; earlier months still are. */
  RETIRED
}

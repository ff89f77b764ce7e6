package org.liangpai.warninglist;

/** In which months an item is judged. */
public enum Rhythm {
  MONTHLY,
  /** In the last month of each quarter. */
  QUARTERLY,
  /** In some months of the year; its run is always 1. */
  NAMED_MONTHS
}

package org.liangpai.dictionary;

/** What becomes of a value when next month's record is drafted from this month's. */
public enum Carry {
  /** An act of the month: the draft leaves it blank. */
  NONE,
  /** A state: it holds until somebody changes it. */
  STATE,
  /** A figure of the year to date: carried within the year, blank in January. */
  YEAR
}

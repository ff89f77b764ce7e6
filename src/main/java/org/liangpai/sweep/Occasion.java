package org.liangpai.sweep;

/** Why a month is swept. */
public enum Occasion {
  /** By the calendar, once a month. */
  SCHEDULED,
  /** By somebody, as often as needed. */
  REQUESTED
}

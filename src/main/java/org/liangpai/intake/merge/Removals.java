package org.liangpai.intake.merge;

/** What becomes of meetings on file that an upload does not bring again. */
public enum Removals {
  /**
   * None is removed: a record of which only some come again is refused with all its rows; one of
   * which none comes keeps them.
   */
  ASK,
  /** They go, as whoever uploads has said. */
  ACCEPT
}

package org.liangpai.escalation;

import java.time.LocalDate;
import java.util.List;
import org.liangpai.warninglist.Level;
import org.liangpai.warninglist.Rung;

/**
 * What befalls a card around its due day, and what the ladder must have done to it in the end.
 *
 * @param act what people do with it, or {@code null}
 * @param actAfter how many working days after the due day they do it
 * @param rungs what must be taken, each once, with the working days after the due day
 */
enum LadderStory {
  NOTHING_IS_DONE(null, 0, "REMIND_BRANCH URGE_BRANCH CRITICISE PROPOSE_INTERVIEW", Level.YELLOW),
  RED_FROM_THE_BEGINNING(
      null, 0, "REMIND_BRANCH URGE_BRANCH CRITICISE PROPOSE_INTERVIEW", Level.RED),
  REPORTED_LATE("REPORT", 2, "REMIND_BRANCH URGE_BRANCH REMIND_ACCEPTANCE", Level.YELLOW),
  EXTENDED("EXTEND", -1, "REMIND_BRANCH", Level.YELLOW),
  SUSPENDED("SUSPEND", -4, "", Level.ORANGE),
  CLEARED_LATE("CLEAR", 3, "REMIND_BRANCH URGE_BRANCH", Level.ORANGE),
  OBJECTED("OBJECT", 2, "REMIND_BRANCH URGE_BRANCH", Level.YELLOW),
  HELD_BY_A_UNIT(null, 0, "REMIND_BRANCH URGE_BRANCH CRITICISE PROPOSE_INTERVIEW", Level.ORANGE);

  /** After so many working days nothing more happens to it. */
  static final int LAST = 10;

  /** Before so many working days nothing happens to it. */
  static final int FIRST = -5;

  private final String act;
  private final int actAfter;
  private final String rungs;
  private final Level level;

  LadderStory(String act, int actAfter, String rungs, Level level) {
    this.act = act;
    this.actAfter = actAfter;
    this.rungs = rungs;
    this.level = level;
  }

  String act() {
    return act;
  }

  LocalDate actOn(LocalDate dueOn) {
    return LadderProcess.CALENDAR.plusWorkingDays(dueOn, actAfter).day();
  }

  boolean ofUnit() {
    return this == HELD_BY_A_UNIT;
  }

  /** The level at which it is issued. */
  Level level() {
    return level;
  }

  List<Rung.Name> rungs() {
    return rungs.isEmpty()
        ? List.of()
        : List.of(rungs.split(" ")).stream().map(Rung.Name::valueOf).toList();
  }

  /** The level in the end. */
  Level lastLevel() {
    return rungs().contains(Rung.Name.CRITICISE) ? level.raised() : level;
  }
}

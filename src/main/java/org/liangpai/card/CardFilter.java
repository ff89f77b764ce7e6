package org.liangpai.card;

import java.time.LocalDate;
import java.util.Optional;
import org.liangpai.warninglist.Level;

/**
 * Which cards are wanted; what is absent does not narrow.
 *
 * @param unit a unit and all below it: cards of its branches, of itself and of the units below
 * @param branch the cards of a branch, and those of its unit that have a line on it
 * @param dueBefore cards due before that day
 * @param overdue only cards of which an item is past its due day
 * @param open only cards that are neither cleared nor withdrawn
 */
public record CardFilter(
    Optional<String> unit,
    Optional<String> branch,
    Optional<Level> level,
    Optional<CardStatus> status,
    Optional<LocalDate> dueBefore,
    boolean overdue,
    boolean open) {

  /** Whether they are closed or not. */
  public CardFilter(
      Optional<String> unit,
      Optional<String> branch,
      Optional<Level> level,
      Optional<CardStatus> status,
      Optional<LocalDate> dueBefore,
      boolean overdue) {
    this(unit, branch, level, status, dueBefore, overdue, false);
  }
}

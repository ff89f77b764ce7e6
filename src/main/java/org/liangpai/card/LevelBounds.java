package org.liangpai.card;

import org.liangpai.warninglist.Level;

/**
 * Which levels a verifier may give a card.
 *
 * @param graded the level that its items make
 * @param raised what the ladder raised it to, which nobody undoes, or {@code null}
 * @param most by how many steps the level may differ from the graded one
 */
public record LevelBounds(Level graded, Level raised, int most) {

  /** Whether a level lies within. */
  public boolean allow(Level level) {
    return Math.abs(level.ordinal() - graded.ordinal()) <= most
        && (raised == null || !raised.worseThan(level));
  }
}

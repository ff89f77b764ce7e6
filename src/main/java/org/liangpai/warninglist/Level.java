package org.liangpai.warninglist;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;

/** The level of a finding or card (等级), in rising severity. */
public enum Level {
  BLUE,
  YELLOW,
  ORANGE,
  RED;

  /** The next level up; red stays red. */
  public Level raised() {
    return this == RED ? RED : values()[ordinal() + 1];
  }

  /** Whether this level is more severe than the other. */
  public boolean worseThan(Level other) {
    return compareTo(other) > 0;
  }

  /** The most severe of some levels. */
  public static Level worst(Level first, Level... others) {
    return worst(EnumSet.of(first, others));
  }

  /** The most severe of some levels, of which there must be one. */
  public static Level worst(Collection<Level> levels) {
    return Collections.max(levels);
  }
}

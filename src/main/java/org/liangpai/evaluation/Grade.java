package org.liangpai.evaluation;

import java.util.Comparator;
import org.liangpai.warninglist.Level;

/** The level of a card and the reason for it, one Chinese phrase. */
public record Grade(Level level, String reason) {

  /**
   * Of two equal levels the one that comes from a single finding tells more: reasons are ordered to
   * be repeatable.
   */
  public static final Comparator<Grade> GRAVEST_LAST =
      Comparator.comparing(Grade::level).thenComparing(Grade::reason, Comparator.reverseOrder());
}

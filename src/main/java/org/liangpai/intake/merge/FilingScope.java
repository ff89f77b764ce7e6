package org.liangpai.intake.merge;

import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Permissions;
import org.liangpai.security.Scope;

/**
 * Of which parts of the hierarchy somebody may file.
 *
 * @param by the account that is kept with what is filed
 * @param roster where they may file branches
 * @param records where they may file records
 */
public record FilingScope(String by, Scope roster, Scope records) {

  /** That of whoever acts right now. */
  public static FilingScope of(CurrentViewer current) {
    return new FilingScope(
        current.account(), current.viewer().scope(Permissions.FILE_BRANCHES), current.scope());
  }

  /** Units stand for the whole city, and only whoever sees all of it may file them. */
  boolean allowsUnits() {
    return roster.whole();
  }

  boolean allowsBranches() {
    return roster.whole() || !roster.units().isEmpty() || !roster.branches().isEmpty();
  }
}

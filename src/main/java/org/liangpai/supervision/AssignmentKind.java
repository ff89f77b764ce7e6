package org.liangpai.supervision;

import org.liangpai.security.Role;
import org.liangpai.warninglist.Supervision;

/** In which capacity somebody takes a branch. */
public enum AssignmentKind {
  /** A leader of a committee takes a weak branch. */
  CONTACT_LEADER("联系领导", Role.LEADER),
  SUPERVISOR("督导员", Role.SUPERVISOR);

  private final String label;
  private final Role role;

  AssignmentKind(String label, Role role) {
    this.label = label;
    this.role = role;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  /** The post that one has to hold. */
  public Role role() {
    return role;
  }

  /** How many branches one person takes at most when it is suggested. */
  int most(Supervision numbers) {
    return this == SUPERVISOR ? numbers.supervisorBranches() : numbers.leaderBranches();
  }
}

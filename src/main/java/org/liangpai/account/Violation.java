package org.liangpai.account;

import org.liangpai.shared.DatabaseFault;
import org.postgresql.util.PSQLException;

/** Tells by its name which constraint of the database said no. */
final class Violation {

  private Violation() {}

  /** The constraint; empty if it was something else. */
  static String constraint(DatabaseFault fault) {
    if (fault.getCause() instanceof PSQLException refused
        && refused.getServerErrorMessage() != null
        && refused.getServerErrorMessage().getConstraint() != null) {
      return refused.getServerErrorMessage().getConstraint();
    }
    return "";
  }
}

package org.liangpai.shared;

import java.sql.SQLException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Whether a fault comes from a database that is away or has no connection to spare, not from us.
 */
public final class DatabaseAway {

  /** No connection, no room, stopped, crashed, not yet ready. */
  private static final List<String> STATES = List.of("08", "53", "57P01", "57P02", "57P03");

  private DatabaseAway() {}

  /** Whether it stands anywhere among the causes, as transactions wrap them more than once. */
  public static boolean isBehind(Throwable fault) {
    return isBehind(fault, Collections.newSetFromMap(new IdentityHashMap<>()));
  }

  private static boolean isBehind(Throwable fault, Set<Throwable> seen) {
    if (fault == null || !seen.add(fault)) {
      return false;
    }
    if (fault instanceof SQLException refused && isAway(refused)) {
      return true;
    }
    for (Throwable suppressed : fault.getSuppressed()) {
      if (isBehind(suppressed, seen)) {
        return true;
      }
    }
    return isBehind(fault.getCause(), seen);
  }

  private static boolean isAway(SQLException refused) {
    String state = refused.getSQLState();
    if (state == null) {
      // The pool gives its refusal no state.
      return String.valueOf(refused.getMessage())
          .toLowerCase(Locale.ROOT)
          .contains("acquisition timeout");
    }
    return STATES.stream().anyMatch(state::startsWith);
  }
}

package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.util.List;
import org.liangpai.security.Viewer;

/** Writes the audit trail: within the transaction of the act, or not at all. */
@ApplicationScoped
public class Auditing {

  /** One row by the current viewer, in the transaction that is under way, else in its own. */
  public void record(Entry entry) {}

  /** Rows by the current viewer, in the transaction of the connection. */
  public void record(Connection connection, List<Entry> entries) {}

  /**
   * A row by somebody else, such as a person who is signing in, in the connection's transaction.
   */
  public void record(Connection connection, Viewer by, Entry entry) {}
}

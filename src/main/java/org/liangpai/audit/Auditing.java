package org.liangpai.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Viewer;
import org.liangpai.shared.DatabaseFault;

/** Writes the audit trail: within the transaction of the act, or not at all. */
@ApplicationScoped
public class Auditing {

  private final DataSource dataSource;
  private final CurrentViewer viewer;
  private final Clock clock;

  Auditing(DataSource dataSource, CurrentViewer viewer, Clock clock) {
    this.dataSource = dataSource;
    this.viewer = viewer;
    this.clock = clock;
  }

  /** One row by the current viewer, in the transaction that is under way, else in its own. */
  public void record(Entry entry) {
    record(List.of(entry));
  }

  /** Rows by the current viewer, in the transaction that is under way, else in one of their own. */
  public void record(List<Entry> entries) {
    record(viewer.viewer(), entries);
  }

  /** A row by somebody else, in the transaction that is under way, else in its own. */
  public void record(Viewer by, Entry entry) {
    record(by, List.of(entry));
  }

  /** Rows by the current viewer, in the transaction of the connection. */
  public void record(Connection connection, List<Entry> entries) {
    append(connection, viewer.viewer(), entries);
  }

  /**
   * A row by somebody else, such as a person who is signing in, in the connection's transaction.
   */
  public void record(Connection connection, Viewer by, Entry entry) {
    append(connection, by, List.of(entry));
  }

  private void record(Viewer by, List<Entry> entries) {
    try (Connection connection = dataSource.getConnection()) {
      append(connection, by, entries);
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }

  private void append(Connection connection, Viewer by, List<Entry> entries) {
    append(connection, by, entries, clock.instant());
  }

  /** Rows by a command on the machine, without the service, in the connection's transaction. */
  public static void append(Connection connection, Viewer by, List<Entry> entries, Instant at) {
    if (entries.isEmpty()) {
      return;
    }
    try (PreparedStatement append =
        connection.prepareStatement("SELECT CAST(audit_append(CAST(? AS jsonb)) AS text)")) {
      append.setString(1, EntryJson.write(entries, by, at));
      append.execute();
    } catch (SQLException failed) {
      throw new DatabaseFault(failed);
    }
  }
}

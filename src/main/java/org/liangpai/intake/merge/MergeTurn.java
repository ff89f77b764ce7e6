package org.liangpai.intake.merge;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * Keeps merges apart that touch the same units, so that two imports of one file are one import and
 * one that changes nothing, and lets those of others go on side by side.
 *
 * <p>A merge holds the whole or, beside others, some keys: the units of the branches that it
 * touches, and the codes of new ones, as far as people can tell them apart. Whole comes before keys
 * and keys come in their order, so nobody waits in a circle. What a branch that moves meanwhile
 * adds is seen once the keys are held; then they are let go, and asked for anew.
 */
final class MergeTurn {

  /** Any number will do that no other lock of the service uses. */
  private static final long WHOLE = 7_230_011;

  private static final int KEYS = 7_230_011;

  /** Beyond this, the locks of some merges at once might not fit into the server's memory. */
  private static final int MOST_KEYS = 256;

  private final Session session;

  MergeTurn(Session session) {
    this.session = session;
  }

  /** Waits until the whole is free. */
  void takeWhole() throws SQLException {
    session.run("SELECT pg_advisory_xact_lock(" + WHOLE + ")");
  }

  /** Waits until what the staged rows touch is free. */
  void take() throws SQLException {
    List<Integer> held = List.of();
    List<Integer> wanted = keys();
    while (wanted.size() <= MOST_KEYS) {
      session.run("SAVEPOINT turn");
      session.run("SELECT pg_advisory_xact_lock_shared(" + WHOLE + ")");
      lock(wanted);
      held = wanted;
      wanted = keys();
      if (held.containsAll(wanted)) {
        return;
      }
      session.run("ROLLBACK TO SAVEPOINT turn");
    }
    takeWhole();
  }

  private void lock(List<Integer> keys) throws SQLException {
    try (PreparedStatement statement =
        session
            .connection()
            .prepareStatement("SELECT pg_advisory_xact_lock(" + KEYS + ", k) FROM unnest(?) k")) {
      Array array = session.connection().createArrayOf("integer", keys.toArray());
      statement.setArray(1, array);
      statement.execute();
    }
  }

  private List<Integer> keys() throws SQLException {
    List<Integer> keys = new ArrayList<>();
    String sql =
        """
        WITH touched AS (
          SELECT branch_code FROM stage_branches UNION SELECT branch_code FROM stage_records
          UNION SELECT branch_code FROM stage_meetings)
        SELECT DISTINCT hashtext(key) FROM (
          SELECT 'unit ' || unit_code FROM stage_branches WHERE unit_code IS NOT NULL
          UNION SELECT 'unit ' || b.unit_code FROM touched t JOIN branch b USING (branch_code)
          UNION SELECT 'branch ' || code_key(s.branch_code) FROM stage_branches s WHERE s.branch_code IS NOT NULL
            AND NOT EXISTS (SELECT FROM branch b WHERE b.branch_code = s.branch_code)) k (key)
        ORDER BY 1 LIMIT %d
        """
            .formatted(MOST_KEYS + 1);
    try (PreparedStatement statement = session.connection().prepareStatement(sql);
        ResultSet result = statement.executeQuery()) {
      while (result.next()) {
        keys.add(result.getInt(1));
      }
    }
    return keys;
  }
}

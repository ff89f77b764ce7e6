package org.liangpai.supervision;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.shared.NamedStatement;

/**
 * A post by which somebody may take branches.
 *
 * @param place the name of the unit or branch that it is at
 * @param branchCode if it is at a branch, else {@code null}
 * @param path of the unit that it is at, or of the unit of its branch
 */
record Seat(
    String account,
    String name,
    String place,
    String unitCode,
    String branchCode,
    List<String> path) {

  /** Those in the viewer's scope that are held on a day, in the order of accounts and places. */
  static List<Seat> held(Connection connection, AssignmentKind kind, LocalDate day)
      throws SQLException {
    return NamedStatement.of(
            """
            SELECT account, display_name, seat, unit_code, branch_code, path FROM posts_of_role(:role, :day)
            WHERE within ORDER BY account COLLATE "C", coalesce(unit_code, branch_code) COLLATE "C"
            """)
        .with("role", kind.role().name())
        .with("day", day)
        .list(
            connection,
            row ->
                new Seat(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    List.of((String[]) row.getArray(6).getArray())));
  }

  /** Whether it covers a branch at the end of a path. */
  boolean covers(String branch, List<String> branchPath) {
    return branchCode == null ? branchPath.contains(unitCode) : branchCode.equals(branch);
  }

  /** How many steps of the hierarchy lie between it and a branch that it covers. */
  int distance(List<String> branchPath) {
    return branchCode == null ? branchPath.size() - branchPath.indexOf(unitCode) : 0;
  }
}

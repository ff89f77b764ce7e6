package org.liangpai.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;

/** The posts that an account holds on a day, with what each lets it see. */
final class PostsInForce {

  private PostsInForce() {}

  static List<HeldPost> of(Connection connection, long account, LocalDate day) throws SQLException {
    return NamedStatement.of(
            """
            SELECT role, unit_code, branch_code, path, predecessors, above
            FROM posts_in_force(:account, :day)
            """)
        .with("account", account)
        .with("day", day)
        .list(connection, PostsInForce::post);
  }

  private static HeldPost post(ResultSet row) throws SQLException {
    Role role = Role.valueOf(row.getString(1));
    String unit = row.getString(2);
    String branch = row.getString(3);
    if (unit == null && branch == null) {
      return new HeldPost(role, null, Scope.NONE);
    }
    List<String> path = List.of((String[]) row.getArray(4).getArray());
    return unit == null
        ? new HeldPost(role, branch, at(branch, path, row))
        : new HeldPost(role, unit, below(unit, path));
  }

  /** A branch with those that it succeeds; of what is above them the names. */
  private static Scope at(String branch, List<String> path, ResultSet row) throws SQLException {
    List<String> branches = new ArrayList<>(List.of(branch));
    branches.addAll(List.of((String[]) row.getArray(5).getArray()));
    TreeSet<String> above = new TreeSet<>(path);
    above.addAll(List.of((String[]) row.getArray(6).getArray()));
    return new Scope(false, List.of(), List.copyOf(branches), List.copyOf(above));
  }

  private static Scope below(String unit, List<String> path) {
    return path.size() == 1
        ? Scope.WHOLE
        : new Scope(false, List.of(unit), List.of(), path.subList(0, path.size() - 1));
  }
}

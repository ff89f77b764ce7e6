package org.liangpai.account;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import org.liangpai.security.HeldPost;
import org.liangpai.security.Role;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;

/** The posts that an account holds on a day, with what each lets it see. */
final class PostsInForce {

  private PostsInForce() {}

  static List<HeldPost> of(Connection connection, long account, LocalDate day) throws SQLException {
    return NamedStatement.of(
            "SELECT role, unit_code, branch_code, path FROM posts_in_force(:account, :day)")
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
        ? new HeldPost(role, branch, new Scope(false, List.of(), List.of(branch), path))
        : new HeldPost(role, unit, below(unit, path));
  }

  private static Scope below(String unit, List<String> path) {
    return path.size() == 1
        ? Scope.WHOLE
        : new Scope(false, List.of(unit), List.of(), path.subList(0, path.size() - 1));
  }
}

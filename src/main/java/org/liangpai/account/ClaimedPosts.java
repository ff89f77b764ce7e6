package org.liangpai.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.liangpai.security.Role;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;

/** Reads the posts of a claim: {@code ROLE@CODE}, or {@code ROLE} for the whole service. */
final class ClaimedPosts {

  private static final String FIELD = "posts";
  private static final String PLACES =
      """
      SELECT 'UNIT' FROM unit WHERE unit_code = :code
      UNION ALL SELECT 'BRANCH' FROM branch WHERE branch_code = :code
      """;

  private ClaimedPosts() {}

  /**
   * The posts, each once.
   *
   * @throws Invalid if one is of no role, or at no place that its role may be at
   */
  static Set<NewPost> of(Connection connection, String account, List<String> claimed)
      throws SQLException {
    Set<NewPost> posts = new LinkedHashSet<>();
    for (String text : claimed) {
      NewPost post = post(connection, account, text.strip());
      PostPlace.checkSeat(post);
      PostPlace.checkLevel(connection, post);
      posts.add(post);
    }
    return posts;
  }

  private static NewPost post(Connection connection, String account, String text)
      throws SQLException {
    int at = text.indexOf('@');
    Role role = role(at < 0 ? text : text.substring(0, at));
    if (at < 0) {
      return new NewPost(account, role, null, null, null, null);
    }
    String code = text.substring(at + 1);
    return isAtBranch(connection, role, code)
        ? new NewPost(account, role, null, code, null, null)
        : new NewPost(account, role, code, null, null, null);
  }

  private static Role role(String name) {
    Optional<Role> found =
        Stream.of(Role.values()).filter(one -> one.name().equals(name)).findAny();
    return found.orElseThrow(() -> new Invalid(FIELD, "没有岗位“" + name + "”"));
  }

  private static boolean isAtBranch(Connection connection, Role role, String code)
      throws SQLException {
    if (role.seat() == Role.Seat.UNIT || role.seat() == Role.Seat.NOWHERE) {
      return false;
    }
    List<String> places =
        NamedStatement.of(PLACES).with("code", code).list(connection, row -> row.getString(1));
    if (role.seat() == Role.Seat.UNIT_OR_BRANCH && places.size() > 1) {
      throw new Invalid(FIELD, "编码“" + code + "”既是党组织又是支部，不能确定" + role.label() + "的岗位设在哪里");
    }
    boolean isBranch = places.contains("BRANCH");
    if (role.seat() == Role.Seat.BRANCH && !isBranch) {
      throw new Invalid(FIELD, "没有支部“" + code + "”");
    }
    return isBranch;
  }
}

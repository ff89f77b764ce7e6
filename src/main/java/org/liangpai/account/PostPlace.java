package org.liangpai.account;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.liangpai.security.Role;
import org.liangpai.shared.Invalid;
import org.liangpai.shared.NamedStatement;

/** Where a post may be. */
final class PostPlace {

  private static final Map<Role, String> LEVELS =
      Map.of(
          Role.CITY_OFFICER, "CITY",
          Role.COUNTY_OFFICER, "COUNTY",
          Role.COMMITTEE_OFFICER, "COMMITTEE");

  private PostPlace() {}

  /** Refuses a post without its place, or with one that its role does not have. */
  static void checkSeat(NewPost post) {
    boolean hasUnit = post.unitCode() != null;
    boolean hasBranch = post.branchCode() != null;
    String role = post.role().label();
    switch (post.role().seat()) {
      case UNIT -> {
        require(!hasBranch, "branchCode", role + "的岗位设在党组织，不能填写支部编码");
        require(hasUnit, "unitCode", role + "的岗位设在党组织，请填写党组织编码");
      }
      case BRANCH -> {
        require(!hasUnit, "unitCode", role + "的岗位设在支部，不能填写党组织编码");
        require(hasBranch, "branchCode", role + "的岗位设在支部，请填写支部编码");
      }
      case UNIT_OR_BRANCH ->
          require(hasUnit != hasBranch, "unitCode", role + "的岗位设在党组织或支部，请填写党组织编码、支部编码中的一个");
      case NOWHERE -> {
        require(!hasUnit, "unitCode", role + "的岗位不设在某个党组织，不能填写党组织编码");
        require(!hasBranch, "branchCode", role + "的岗位不设在某个支部，不能填写支部编码");
      }
    }
  }

  /** Refuses a unit that there is not, or of another level than the role's. */
  static void checkLevel(Connection connection, NewPost post) throws SQLException {
    if (post.unitCode() == null) {
      return;
    }
    List<String> level =
        NamedStatement.of("SELECT level FROM unit WHERE unit_code = :code")
            .with("code", post.unitCode())
            .list(connection, row -> row.getString(1));
    require(!level.isEmpty(), "unitCode", "没有党组织“" + post.unitCode() + "”");
    String asked = LEVELS.get(post.role());
    require(
        asked == null || asked.equals(level.get(0)),
        "unitCode",
        "党组织“%s”的层级是 %s，%s应设在层级为 %s 的党组织"
            .formatted(post.unitCode(), level.get(0), post.role().label(), asked));
  }

  /** How it is written down; empty for the whole service. */
  static String text(NewPost post) {
    if (post.unitCode() != null) {
      return post.unitCode();
    }
    return post.branchCode() == null ? "" : post.branchCode();
  }

  /** How its holder is told of it, such as 支部书记（B1）. */
  static String told(NewPost post) {
    String place = text(post);
    return place.isEmpty() ? post.role().label() : post.role().label() + "（" + place + "）";
  }

  private static void require(boolean holds, String field, String message) {
    if (!holds) {
      throw new Invalid(field, message);
    }
  }
}

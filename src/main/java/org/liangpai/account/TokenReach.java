package org.liangpai.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Set;
import org.liangpai.security.Reach;

/** How far access tokens reach, as it is kept and shown. */
public enum TokenReach {
  /** Of before reaches were asked for. */
  WHOLE("与岗位相同"),
  READING("只读"),
  NAMED("指定权限");

  private static final String REACH = "reach";
  private static final String PERMISSIONS = "permissions";

  private final String label;

  TokenReach(String label) {
    this.label = label;
  }

  /** The Chinese name. */
  public String label() {
    return label;
  }

  /** The reach of a row with the columns {@code reach} and {@code permissions}. */
  static Reach of(ResultSet row) throws SQLException {
    return switch (valueOf(row.getString(REACH))) {
      case WHOLE -> Reach.WHOLE;
      case READING -> Reach.READING;
      case NAMED -> Reach.of(Set.copyOf(permissions(row)));
    };
  }

  /** The permissions of such a row; none if it names none. */
  static List<String> permissions(ResultSet row) throws SQLException {
    Array named = row.getArray(PERMISSIONS);
    return named == null ? List.of() : List.of((String[]) named.getArray());
  }
}

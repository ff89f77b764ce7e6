package org.liangpai.sweep;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement with named parameters, {@code :name}, of which it uses those that it names. */
final class NamedStatement {

  private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-z]\\w*)");

  private final String sql;
  private final List<String> names = new ArrayList<>();
  private final Map<String, Object> values = new HashMap<>();

  private NamedStatement(String text) {
    Matcher found = NAME.matcher(text);
    this.sql =
        found.replaceAll(
            name -> {
              names.add(name.group(1));
              return "?";
            });
  }

  static NamedStatement of(String text) {
    return new NamedStatement(text);
  }

  NamedStatement with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  int execute(Connection connection) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < names.size(); i++) {
        statement.setObject(i + 1, values.get(names.get(i)));
      }
      return statement.executeUpdate();
    }
  }
}

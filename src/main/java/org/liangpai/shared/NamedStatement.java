package org.liangpai.shared;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A statement with named parameters, {@code :name}, of which it uses those that it names. */
public final class NamedStatement {

  /** Makes a value of the row at the cursor. */
  public interface RowOf<T> {
    T row(ResultSet result) throws SQLException;
  }

  private static final Pattern NAME = Pattern.compile("(?<![:\\w]):([a-z]\\w*)");
  private static final int FETCH = 1_000;

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

  public static NamedStatement of(String text) {
    return new NamedStatement(text);
  }

  /**
   * Gives a parameter its value; a {@code null} needs a cast in the text where its type is not
   * plain.
   */
  public NamedStatement with(String name, Object value) {
    values.put(name, value);
    return this;
  }

  /** Executes it and gives the number of rows concerned. */
  public int execute(Connection connection) throws SQLException {
    try (PreparedStatement statement = prepared(connection)) {
      return statement.executeUpdate();
    }
  }

  /** The rows that it selects. */
  public <T> List<T> list(Connection connection, RowOf<T> rowOf) throws SQLException {
    List<T> rows = new ArrayList<>();
    each(connection, row -> rows.add(rowOf.row(row)));
    return rows;
  }

  /** Passes each row on, through a cursor: memory does not grow with their number. */
  public void each(Connection connection, RowOf<?> action) throws SQLException {
    try (PreparedStatement statement = prepared(connection)) {
      statement.setFetchSize(FETCH);
      try (ResultSet result = statement.executeQuery()) {
        while (result.next()) {
          action.row(result);
        }
      }
    }
  }

  private PreparedStatement prepared(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    try {
      for (int i = 0; i < names.size(); i++) {
        statement.setObject(i + 1, values.get(names.get(i)));
      }
      return statement;
    } catch (SQLException fault) {
      statement.close();
      throw fault;
    }
  }
}

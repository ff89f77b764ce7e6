package org.liangpai.dictionary;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.stream.Collectors;

/** How the rows of a table lie in the columns of the database. */
public final class RowColumns {

  private RowColumns() {}

  /** The columns of a table in the order of its fields, for a SELECT or an INSERT. */
  public static String list(Table table) {
    return list(table, "");
  }

  /** The columns, each after a prefix such as {@code s.}. */
  public static String list(Table table, String prefix) {
    return table.fields().stream()
        .map(field -> prefix + field.column())
        .collect(Collectors.joining(", "));
  }

  /** The row at the cursor, whose first columns are those of {@link #list(Table)}. */
  public static Row read(ResultSet result, Table table) throws SQLException {
    return read(result, table, 1);
  }

  /** The row at the cursor, whose columns begin at the given position (from 1). */
  public static Row read(ResultSet result, Table table, int first) throws SQLException {
    List<Field> fields = table.fields();
    Object[] values = new Object[fields.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(result, fields.get(i).type(), first + i);
    }
    return new Row(table, values);
  }

  private static Object value(ResultSet result, FieldType type, int column) throws SQLException {
    return switch (type) {
      case TEXT, CODE, CHOICE, DOMAIN -> result.getString(column);
      case INTEGER -> result.getObject(column, Integer.class);
      case DECIMAL, MONEY -> result.getBigDecimal(column);
      case DATE -> result.getObject(column, LocalDate.class);
      case MONTH -> {
        LocalDate day = result.getObject(column, LocalDate.class);
        yield day == null ? null : YearMonth.from(day);
      }
      case BOOLEAN -> result.getObject(column, Boolean.class);
      case CHOICES -> codes(result.getArray(column));
    };
  }

  private static List<String> codes(Array array) throws SQLException {
    return array == null ? null : List.of((String[]) array.getArray());
  }
}

package org.liangpai.intake.merge;

import java.sql.SQLException;
import java.util.stream.Collectors;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;

/**
 * Refuses every row whose key stands twice in the upload: nobody but the user knows which is meant.
 */
final class DuplicateCheck {

  private DuplicateCheck() {}

  static void run(Session session, Table table) throws SQLException {
    String keys =
        table.fields().stream()
            .filter(Field::key)
            .map(Field::column)
            .collect(Collectors.joining(", "));
    String known =
        table.fields().stream()
            .filter(Field::key)
            .map(field -> field.column() + " IS NOT NULL")
            .collect(Collectors.joining(" AND "));
    String first = table.fields().get(0).column();
    session.run(
        """
        WITH twin AS MATERIALIZED (
          SELECT * FROM (
            SELECT line, row_no, %2$s AS value,
                   coalesce(lag(row_no) OVER same, lead(row_no) OVER same) AS other
            FROM %1$s WHERE %4$s WINDOW same AS (PARTITION BY %3$s ORDER BY line)) t
          WHERE other IS NOT NULL),
        told AS (
          INSERT INTO stage_fault
          SELECT %5$d, line, row_no, '%6$s', value, '%7$s“' || value || '”与第' || other || '行重复，请只保留一行'
          FROM twin)
        UPDATE %1$s s SET rejected = true FROM twin WHERE twin.line = s.line
        """
            .formatted(
                Stage.of(table),
                first,
                keys,
                known,
                table.ordinal(),
                table.fields().get(0).name(),
                labels(table)));
  }

  private static String labels(Table table) {
    return table.fields().stream()
        .filter(Field::key)
        .map(Field::label)
        .collect(Collectors.joining("和"));
  }
}

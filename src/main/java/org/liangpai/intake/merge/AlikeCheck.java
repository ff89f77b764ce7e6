package org.liangpai.intake.merge;

import java.sql.SQLException;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;

/**
 * Refuses new codes that nobody can tell from others: those that differ only by case or by the kind
 * of a dash. What is on file under its exact code stays as it is.
 */
final class AlikeCheck {

  private static final String WHY = "只有大小写或横线的写法不同，容易弄混，请核对后改正";

  private final Session session;

  AlikeCheck(Session session) {
    this.session = session;
  }

  void run(Table table) throws SQLException {
    rejectWithinUpload(table);
    rejectBesideFile(table);
  }

  private void rejectWithinUpload(Table table) throws SQLException {
    Field key = table.fields().get(0);
    String column = key.column();
    session.run(
        Stage.reject(
            table,
            key.name(),
            """
            JOIN (SELECT code_key(%1$s) AS alike, min(%1$s) AS low, max(%1$s) AS high FROM %2$s
              GROUP BY 1 HAVING min(%1$s) <> max(%1$s)) o ON o.alike = code_key(s.%1$s)
            """
                .formatted(column, Stage.of(table)),
            "NOT EXISTS (SELECT FROM %s f WHERE f.%2$s = s.%2$s)".formatted(onFile(table), column),
            "'%s“' || s.%2$s || '”与同一文件中的“' || CASE WHEN s.%2$s = o.low THEN o.high ELSE o.low END || '”%3$s'"
                .formatted(key.label(), column, WHY)));
  }

  private void rejectBesideFile(Table table) throws SQLException {
    Field key = table.fields().get(0);
    String column = key.column();
    boolean branches = table == Table.BRANCHES;
    String codes = "ARRAY(SELECT %s FROM %s WHERE NOT rejected)".formatted(column, Stage.of(table));
    session.run(
        Stage.reject(
            table,
            key.name(),
            branches ? "JOIN branch_codes_alike(" + codes + ") a ON a = s." + column : "",
            branches ? "true" : isAlikeToUnit(),
            "'%s“' || s.%s || '”与已有的编码%s'".formatted(key.label(), column, WHY)));
  }

  /** Units are filed by whoever sees all of them. */
  private static String isAlikeToUnit() {
    return """
    NOT EXISTS (SELECT FROM unit f WHERE f.unit_code = s.unit_code)
    AND EXISTS (SELECT FROM unit f WHERE code_key(f.unit_code) = code_key(s.unit_code))
    """;
  }

  private static String onFile(Table table) {
    return table == Table.BRANCHES ? "branch" : "unit";
  }
}

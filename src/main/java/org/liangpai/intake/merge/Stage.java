package org.liangpai.intake.merge;

import java.util.stream.Collectors;
import org.liangpai.dictionary.Table;

/** The temporary tables of a merge: the staged rows of each table, and what is wrong with them. */
final class Stage {

  static final String FAULTS = "stage_fault";

  private Stage() {}

  static String of(Table table) {
    return "stage_" + table.id();
  }

  /** The statement that makes the stage of a table, or empties one that is there already. */
  static String create(Table table) {
    String columns =
        table.fields().stream()
            .map(field -> field.column() + " " + field.type().column())
            .collect(Collectors.joining(", "));
    return "CREATE TEMP TABLE "
        + of(table)
        + " (line integer, row_no integer, rejected boolean, digest bytea, raw text[], faults text[], "
        + columns
        + ") ON COMMIT DROP";
  }

  static String createFaults() {
    return "CREATE TEMP TABLE "
        + FAULTS
        + " (tab smallint, line integer, row_no integer, field text, value text, message text)"
        + " ON COMMIT DROP";
  }

  /**
   * The statement that rejects the good rows {@code s} of a table for which the condition holds,
   * and says why.
   *
   * @param condition on {@code s} and on what {@code from} adds, which begins with a comma or a
   *     join
   * @param message an SQL expression
   */
  static String reject(Table table, String field, String from, String condition, String message) {
    String column = table.field(field).column();
    return """
        WITH bad AS MATERIALIZED (
          SELECT DISTINCT ON (s.line) s.line, s.row_no, s.%3$s::text AS value, %6$s AS message
          FROM %1$s s %4$s WHERE NOT s.rejected AND (%5$s) ORDER BY s.line),
        told AS (
          INSERT INTO stage_fault SELECT %2$d, line, row_no, '%7$s', value, message FROM bad)
        UPDATE %1$s s SET rejected = true FROM bad WHERE bad.line = s.line
        """
        .formatted(of(table), table.ordinal(), column, from, condition, message, field);
  }
}

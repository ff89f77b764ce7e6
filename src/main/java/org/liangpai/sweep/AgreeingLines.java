package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.liangpai.shared.NamedStatement;

/**
 * Marks the open lines of cards of which a later month shows that the item is no longer there, and
 * takes the mark back when it is found again. A mark clears nothing: a person does.
 */
@ApplicationScoped
class AgreeingLines {

  /**
   * The month is later than any in which the item was confirmed or is still found: a correction of
   * a month for which the card stands says nothing.
   */
  private static final String LATER =
      """
      NOT EXISTS (SELECT FROM finding f WHERE f.branch_code = l.branch_code AND f.item = l.item
              AND f.month >= :month AND (f.status = 'CONFIRMED' OR (f.status = 'PENDING' AND f.still_hit)))
          AND NOT EXISTS (SELECT FROM card_observation o JOIN finding f ON f.id = o.finding_id
              WHERE o.card_line_id = l.id AND f.month >= :month)
      """;

  private static final String WAITING =
      """
      SELECT l.branch_code, l.item FROM card_line l
      WHERE l.open AND l.branch_code BETWEEN :first AND :last
          AND NOT EXISTS (SELECT FROM card_observation o JOIN finding f ON f.id = o.finding_id
              WHERE o.card_line_id = l.id AND f.month >= :month)
      """;

  private static final String TABLE =
      "CREATE TEMP TABLE IF NOT EXISTS clear_item (branch_code text, item text) ON COMMIT DELETE ROWS";

  private static final String UNMARK =
      """
      WITH gone AS (
          SELECT l.id FROM card_line l
          WHERE l.open AND l.branch_code BETWEEN :first AND :last
              AND ((l.agreed_month <= :month AND EXISTS (
                      SELECT FROM hit h WHERE h.branch_code = l.branch_code AND h.item = l.item))
                  OR (l.agreed_month = :month AND NOT EXISTS (
                      SELECT FROM clear_item c WHERE c.branch_code = l.branch_code AND c.item = l.item)))
          ORDER BY l.id FOR NO KEY UPDATE OF l)
      UPDATE card_line l SET agreed_month = NULL FROM gone WHERE l.id = gone.id
      """;

  private static final String MARK =
      """
      WITH agreeing AS (
          SELECT l.id, l.card_number, l.branch_code, l.item
          FROM card_line l JOIN clear_item USING (branch_code, item)
          WHERE l.open AND (l.agreed_month IS NULL OR l.agreed_month < :month) AND %s
          ORDER BY l.id FOR NO KEY UPDATE OF l),
      marked AS (
          UPDATE card_line l SET agreed_month = :month FROM agreeing WHERE l.id = agreeing.id)
      INSERT INTO card_event (card_number, at, acted_on, actor, act, reason, level, status)
      SELECT c.number, :at, :day, '系统', 'DATA_AGREES', a.item || '（' || a.branch_code || '）：' || :told, c.level, c.status
      FROM agreeing a JOIN card c ON c.number = a.card_number ORDER BY a.id
      ON CONFLICT (card_number, reason) WHERE act = 'DATA_AGREES' DO NOTHING
      """
          .formatted(LATER);

  /** By branch the items of open lines about which the month may tell something new. */
  Map<String, Set<String>> waiting(
      Connection connection, HistoryReader.Range range, YearMonth month) throws SQLException {
    Map<String, Set<String>> waiting = new HashMap<>();
    NamedStatement.of(WAITING)
        .with("first", range.first())
        .with("last", range.last())
        .with("month", month.atDay(1))
        .each(
            connection,
            row ->
                waiting
                    .computeIfAbsent(row.getString(1), branch -> new HashSet<>())
                    .add(row.getString(2)));
    return waiting;
  }

  /** Marks the lines of a range whose items are clear; its hits must have been stored before. */
  void mark(
      Connection connection,
      FindingWriter.Stamp stamp,
      HistoryReader.Range range,
      Map<String, Set<String>> clear)
      throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(TABLE);
    }
    copy(connection, clear);
    YearMonth month = stamp.month();
    NamedStatement.of(UNMARK)
        .with("first", range.first())
        .with("last", range.last())
        .with("month", month.atDay(1))
        .execute(connection);
    NamedStatement.of(MARK)
        .with("month", month.atDay(1))
        .with("at", stamp.at())
        .with("day", stamp.at().toLocalDate())
        .with("told", "%d年%d月纪实显示该情形已不存在，仍须验收".formatted(month.getYear(), month.getMonthValue()))
        .execute(connection);
  }

  private static void copy(Connection connection, Map<String, Set<String>> clear)
      throws SQLException {
    CopyText rows = new CopyText();
    clear.forEach((branch, items) -> items.forEach(item -> rows.row(branch, item)));
    FindingWriter.copy(connection, "clear_item", rows);
  }
}

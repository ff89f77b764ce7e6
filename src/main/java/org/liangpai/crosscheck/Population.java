package org.liangpai.crosscheck;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.NamedStatement;

/** Reads what there is to draw from, and of what was drawn everything that is to be seen. */
final class Population {

  private static final char FINDING = 'F';
  private static final char LINE = 'L';

  /**
   * One finding that was verified, or one item that was cleared.
   *
   * @param verifier the unit that did it: the base-level committee, or above it for its own cards
   * @param part the part of the unit of the draw that the verifier is or belongs to
   */
  record Member(
      String key,
      String stratum,
      String verifier,
      String verifierName,
      String part,
      String decidedBy) {}

  private static final String MEMBERS =
      """
      WITH member AS (
        SELECT 'F' || f.id AS key, 'VERIFIED' AS what,
          verifying_unit(f.duty, c.unit_code, c.parent_code) AS verifier, f.decided_by
        FROM finding f
        JOIN branch b ON b.branch_code = f.branch_code
        JOIN unit u ON u.unit_code = b.unit_code
        JOIN unit c ON c.unit_code = u.committee_code
        WHERE f.status IN ('CONFIRMED', 'DISMISSED', 'DATA_ERROR')
          AND CAST(f.decided_at AT TIME ZONE :zone AS date) BETWEEN :from AND :to
        UNION ALL
        SELECT 'L' || l.id, 'CLEARED', CASE c.holder_kind WHEN 'UNIT' THEN c.issuer_code ELSE u.committee_code END, (
          SELECT k.checked_by FROM line_report r JOIN line_check k ON k.report_id = r.id
          WHERE r.card_line_id = l.id AND k.passed ORDER BY k.kind, k.id DESC LIMIT 1)
        FROM card_line l
        JOIN card c ON c.number = l.card_number
        JOIN branch b ON b.branch_code = l.branch_code
        JOIN unit u ON u.unit_code = b.unit_code
        WHERE l.cleared_on BETWEEN :from AND :to)
      SELECT m.key, v.unit_code || ' ' || m.what, v.unit_code, v.unit_name, v.path[cardinality(top.path) + 1],
        m.decided_by
      FROM member m
      JOIN unit v ON v.unit_code = m.verifier
      JOIN unit top ON top.unit_code = :unit
      WHERE v.path @> ARRAY[top.unit_code] AND cardinality(v.path) > cardinality(top.path)
      ORDER BY m.key COLLATE "C"
      """;

  private static final String CONTENTS =
      """
      WITH member AS (
        SELECT 'F' || f.id AS key, f.branch_code, jsonb_build_object(
          'kind', 'VERIFIED', 'item', f.item, 'title', e.content ->> 'title',
          'description', e.content ->> 'description', 'month', to_char(f.month, 'YYYY-MM'), 'level', f.level,
          'sentence', f.sentence, 'values', f.judged_values, 'limits', f.limits, 'decision', f.status,
          'reason', f.reason, 'decidedOn', to_char(f.decided_at AT TIME ZONE :zone, 'YYYY-MM-DD')) AS content
        FROM finding f
        JOIN item_edition e ON e.list_fingerprint = f.list_fingerprint AND e.item = f.item
        WHERE f.id = ANY (CAST(:findings AS bigint[]))
        UNION ALL
        SELECT 'L' || l.id, l.branch_code, jsonb_build_object(
          'kind', 'CLEARED', 'item', l.item, 'title', seen.title, 'description', seen.description,
          'card', l.card_number, 'level', c.level, 'sentence', seen.sentence, 'values', seen.judged_values,
          'limits', seen.limits, 'addedOn', l.added_on, 'dueOn', l.due_on, 'clearedOn', l.cleared_on,
          'measures', (
            SELECT string_agg(m.what || '（' || m.responsible || '）', '；' ORDER BY m.position)
            FROM measure_plan p JOIN measure m ON m.plan_id = p.id
            WHERE p.card_line_id = l.id AND p.status = 'ACCEPTED'),
          'report', (
            SELECT r.what || '（' || r.done_on || '）' FROM line_report r
            WHERE r.card_line_id = l.id ORDER BY r.ordinal DESC LIMIT 1),
          'evidence', (
            SELECT jsonb_agg(jsonb_build_object('id', v.id, 'happenedOn', v.happened_on, 'note', v.note,
              'file', v.file_name, 'sha256', v.file_sha256, 'recordOf', to_char(v.record_month, 'YYYY-MM'))
              ORDER BY v.added_at, v.id)
            FROM evidence v WHERE v.card_line_id = l.id AND v.withdrawn_at IS NULL))
        FROM card_line l
        JOIN card c ON c.number = l.card_number
        LEFT JOIN LATERAL (
          SELECT f.sentence, f.judged_values, f.limits, e.content ->> 'title' AS title,
            e.content ->> 'description' AS description
          FROM card_observation o JOIN finding f ON f.id = o.finding_id
          JOIN item_edition e ON e.list_fingerprint = f.list_fingerprint AND e.item = f.item
          WHERE o.card_line_id = l.id ORDER BY f.month DESC LIMIT 1) seen ON true
        WHERE l.id = ANY (CAST(:lines AS bigint[])))
      SELECT m.key, CAST(jsonb_strip_nulls(m.content || jsonb_build_object('branchCode', b.branch_code,
        'branchName', b.branch_name)) AS text)
      FROM member m JOIN branch b ON b.branch_code = m.branch_code
      """;

  private Population() {}

  /** All of a unit and period, in the order of their keys. */
  static List<Member> of(Connection connection, DrawRequest request) throws SQLException {
    return NamedStatement.of(MEMBERS)
        .with("unit", request.unit())
        .with("from", request.fromOn())
        .with("to", request.toOn())
        .with("zone", ClockProducer.ZONE.getId())
        .list(
            connection,
            row ->
                new Member(
                    row.getString(1),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    row.getString(5),
                    row.getString(6)));
  }

  /** What whoever checks is to see of these keys, as JSON. */
  static Map<String, String> contents(Connection connection, Collection<String> keys)
      throws SQLException {
    Map<String, String> contents = new HashMap<>();
    NamedStatement.of(CONTENTS)
        .with("zone", ClockProducer.ZONE.getId())
        .with("findings", ids(keys, FINDING))
        .with("lines", ids(keys, LINE))
        .each(connection, row -> contents.put(row.getString(1), row.getString(2)));
    return contents;
  }

  private static Long[] ids(Collection<String> keys, char kind) {
    return keys.stream()
        .filter(key -> key.charAt(0) == kind)
        .map(key -> Long.valueOf(key.substring(1)))
        .toArray(Long[]::new);
  }
}

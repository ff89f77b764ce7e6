package org.liangpai.benchmark;

import java.util.List;

/**
 * A city of 10 counties, 1,000 committees and 100,000 branches with a year of findings and cards,
 * made by the database itself. Codes: county {@code X03}, committee {@code X03W17}, branch {@code
 * X03W17B042}.
 */
final class LargeCity {

  /** The statements that make it, in their order. */
  static final List<String> STATEMENTS =
      List.of(
          """
          INSERT INTO unit (unit_code, unit_name, level, parent_code, path, recorded_at, recorded_by)
          VALUES ('C', '示例市委', 'CITY', NULL, '{C}', now(), '示例')
          """,
          """
          INSERT INTO unit (unit_code, unit_name, level, parent_code, path, recorded_at, recorded_by)
          SELECT x.code, '示例' || x.code || '县委', 'COUNTY', 'C', ARRAY['C', x.code], now(), '示例'
          FROM (SELECT 'X' || to_char(i, 'FM00') AS code FROM generate_series(0, 9) i) x
          """,
          """
          INSERT INTO unit (unit_code, unit_name, level, parent_code, path, committee_code, recorded_at, recorded_by)
          SELECT code, '示例' || code || '党委', 'COMMITTEE', x.unit_code, x.path || code, code, now(), '示例'
          FROM unit x, LATERAL (SELECT x.unit_code || 'W' || to_char(i, 'FM00') AS code
            FROM generate_series(0, 99) i) w
          WHERE x.level = 'COUNTY'
          """,
          """
          INSERT INTO branch (branch_code, branch_name, unit_code, domain, kind, founded_on, version, effective_on,
            recorded_at, recorded_by)
          SELECT w.unit_code || 'B' || to_char(i, 'FM000'), '示例' || w.unit_code || '第' || i || '支部', w.unit_code,
            'RURAL', 'NORMAL', '2015-01-01', 1, '2025-01-01', now(), '示例'
          FROM unit w, generate_series(0, 99) i WHERE w.level = 'COMMITTEE'
          """,
          """
          INSERT INTO sweep (id, month, occasion, status, requested_by, started_at, list_fingerprint,
            rules_fingerprint, branches_on_roster, branches_to_judge)
          VALUES ('00000000-0000-0000-0000-000000000001', '2026-10-01', 'REQUESTED', 'DONE', '示例', now(), 'list',
            'rules', 100000, 100000)
          """,
          """
          INSERT INTO item_edition (list_fingerprint, item, content)
          SELECT 'list', code, jsonb_build_object('code', code, 'title', '未按规定召开支委会', 'dimension', '运行机制',
            'description', '支委会每月至少召开一次', 'basis', jsonb_build_array(), 'support', 'VERIFIED', 'generally', false)
          FROM unnest(ARRAY['YX-01', 'YX-02', 'SH-03', 'ZW-04']) code
          """,
          """
          INSERT INTO finding (branch_code, month, item, duty, carded, level, running, status, sentence, judged_values,
            limits, working_days, list_fingerprint, roster_version, found_in, found_at, verify_due_on, latest_values,
            decided_at, decided_by)
          SELECT b.branch_code, m, item, 'BRANCH', true, (ARRAY['YELLOW', 'ORANGE', 'RED'])[1 + k % 3], 1,
            CASE WHEN m = '2026-10-01' THEN 'PENDING' ELSE 'CONFIRMED' END,
            '2026年10月未召开支委会；要求每月至少1次', '{"count": 0}', '{"least": 1}', 15, 'list', 1,
            '00000000-0000-0000-0000-000000000001', now(), '2026-11-20', '{"count": 0}',
            CASE WHEN m = '2026-10-01' THEN NULL ELSE now() END, CASE WHEN m = '2026-10-01' THEN NULL ELSE '示例' END
          FROM (SELECT CAST(d AS date) AS m
                FROM generate_series(TIMESTAMP '2025-11-01', '2026-10-01', '1 month') d) months
          CROSS JOIN (SELECT branch_code, CAST(row_number() OVER (ORDER BY branch_code) AS integer) AS k FROM branch) b
          CROSS JOIN LATERAL (SELECT (ARRAY['YX-01', 'YX-02', 'SH-03', 'ZW-04'])[1 + k % 4] AS item) i
          WHERE (k + extract(month FROM m)) % 3 = 0
          ORDER BY m, b.branch_code
          """,
          """
          INSERT INTO card (number, holder_kind, branch_code, issuer_code, month, level, graded_level, level_reason,
            status, issued_at, issued_on, issued_by, due_on, due_provisional)
          SELECT b.unit_code || '-2026-' || b.branch_code || '-' || to_char(f.month, 'YYYYMM'), 'BRANCH',
            f.branch_code, b.unit_code, f.month, f.level, f.level, '示例',
            CASE WHEN f.month >= '2026-08-01' THEN 'ISSUED' ELSE 'CLEARED' END, now(), f.month + 40, '示例',
            f.month + 62, false
          FROM finding f JOIN branch b ON b.branch_code = f.branch_code WHERE f.status = 'CONFIRMED'
          """,
          """
          INSERT INTO card_line (card_number, branch_code, item, item_level, start_level, relapse, due_on,
            due_provisional, added_on, open, stage, cleared_on)
          SELECT c.number, c.branch_code, f.item || '-' || f.month, c.level, c.level, false, c.due_on, false, c.issued_on,
            c.status = 'ISSUED', CASE WHEN c.status = 'ISSUED' THEN 'TO_PLAN' ELSE 'CLEARED' END,
            CASE WHEN c.status = 'CLEARED' THEN c.due_on END
          FROM card c JOIN finding f ON f.branch_code = c.branch_code AND f.month = c.month
          """,
          """
          INSERT INTO card_observation (finding_id, card_line_id, added_at)
          SELECT f.id, l.id, now() FROM card c
          JOIN finding f ON f.branch_code = c.branch_code AND f.month = c.month
          JOIN card_line l ON l.card_number = c.number
          """,
          "ANALYZE unit, branch, finding, card, card_line, card_observation, item_edition");

  private LargeCity() {}
}

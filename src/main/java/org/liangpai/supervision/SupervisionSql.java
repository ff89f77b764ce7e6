package org.liangpai.supervision;

import org.liangpai.security.UnitPath;

/** The statements that several readers of supervision share. */
final class SupervisionSql {

  /** Whether an assignment, under this name, is in force on a day. */
  private static final String IN_FORCE =
      """
      (%1$s.ended_at IS NULL AND %1$s.from_on <= :today AND (%1$s.to_on IS NULL OR %1$s.to_on >= :today))
      """;

  /**
   * The branches that are carded or taken by somebody, with everything that their order and gaps
   * are made of. Worst first: level, overdue, relapse, due day.
   */
  static final String BRANCHES =
      """
      WITH risk AS (
        SELECT c.branch_code, max(array_position(ARRAY['BLUE', 'YELLOW', 'ORANGE', 'RED'], c.level)) AS rank,
          array_agg(DISTINCT c.number ORDER BY c.number) AS cards, count(*) AS items,
          bool_or(l.due_on < :today AND c.clock_stopped_on IS NULL) AS overdue, bool_or(l.relapse) AS relapse, min(l.due_on) AS due_on
        FROM card c JOIN card_line l ON l.card_number = c.number AND l.open
        WHERE c.branch_code IS NOT NULL AND c.status NOT IN ('CLEARED', 'WITHDRAWN')
        GROUP BY c.branch_code),
      held AS (
        SELECT 'CONTACT_LEADER' AS kind, p.* FROM posts_of_role('LEADER', :today) p
        UNION ALL SELECT 'SUPERVISOR', p.* FROM posts_of_role('SUPERVISOR', :today) p),
      taken AS (
        SELECT a.id, a.kind, a.account, a.branch_code, a.from_on, a.to_on,
          coalesce(acc.display_name, a.account) AS name,
          NOT EXISTS (SELECT FROM held WHERE held.kind = a.kind AND held.account = a.account
            AND (held.branch_code = a.branch_code OR held.branch_code IS NULL AND held.unit_code = ANY (u.path)))
            AS vacant,
          (SELECT max(v.visited_on) FROM visit v WHERE v.branch_code = a.branch_code AND v.kind = a.kind
            AND v.withdrawn_at IS NULL) AS visited_on,
          (SELECT v.next_on FROM visit v WHERE v.branch_code = a.branch_code AND v.kind = a.kind
            AND v.withdrawn_at IS NULL ORDER BY v.visited_on DESC, v.id DESC LIMIT 1) AS next_on
        FROM supervision_assignment a
        JOIN branch b ON b.branch_code = a.branch_code
        JOIN unit u ON u.unit_code = b.unit_code
        LEFT JOIN account acc ON acc.name = a.account
        WHERE %s),
      supervised AS (
        SELECT b.branch_code, b.branch_name, u.path, coalesce(b.dissolved_on <= :today, false) AS dissolved,
          (ARRAY['BLUE', 'YELLOW', 'ORANGE', 'RED'])[risk.rank] AS level, risk.cards, coalesce(risk.items, 0) AS items,
          coalesce(risk.rank, 0) AS rank, coalesce(risk.overdue, false) AS overdue,
          coalesce(risk.relapse, false) AS relapse, risk.due_on,
          concat(4 - coalesce(risk.rank, 0), CASE WHEN risk.overdue THEN 0 ELSE 1 END,
            CASE WHEN risk.relapse THEN 0 ELSE 1 END, coalesce(risk.due_on, '9999-12-31'), ' ', b.branch_code)
            COLLATE "C" AS key,
          l.id AS l_id, l.account AS l_account, l.name AS l_name, l.from_on AS l_from_on, l.to_on AS l_to_on,
          l.vacant AS l_vacant, l.visited_on AS l_visited_on, l.next_on AS l_next_on,
          s.id AS s_id, s.account AS s_account, s.name AS s_name, s.from_on AS s_from_on, s.to_on AS s_to_on,
          s.vacant AS s_vacant, s.visited_on AS s_visited_on, s.next_on AS s_next_on
        FROM branch b
        JOIN unit u ON u.unit_code = b.unit_code
        LEFT JOIN risk ON risk.branch_code = b.branch_code
        LEFT JOIN taken l ON l.branch_code = b.branch_code AND l.kind = 'CONTACT_LEADER'
        LEFT JOIN taken s ON s.branch_code = b.branch_code AND s.kind = 'SUPERVISOR')
      """
          .formatted(inForce("a"));

  /** The names on the way to the branch. */
  static final String PATH = UnitPath.text("supervised.path");

  /** An orange or red card, and nobody who holds the post of a contact leader. */
  static final String WITHOUT_LEADER = "rank >= 3 AND coalesce(l_vacant, true) AND NOT dissolved";

  /** The cards of a dissolved branch are passed on; nobody need visit it. */
  static final String WITHOUT_SUPERVISOR =
      "rank > 0 AND coalesce(s_vacant, true) AND NOT dissolved";

  static final String VACANT = "(l_vacant OR s_vacant)";

  /** The assignments of an account that have days from a day on. */
  static final String HELD_FROM =
      """
      (a.kind = :kind AND a.account = :account AND a.ended_at IS NULL AND (a.to_on IS NULL OR a.to_on >= :from))
      """;

  private SupervisionSql() {}

  static String inForce(String assignment) {
    return IN_FORCE.formatted(assignment);
  }
}

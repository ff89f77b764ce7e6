package org.liangpai.intake.merge;

import java.sql.SQLException;

/** Finds figures that jump from one record to the next as they hardly can. */
final class Unlikely {

  private final Session session;

  Unlikely(Session session) {
    this.session = session;
  }

  /** Compares what was just stored with the record before it. */
  void remark(Remarks remarks) throws SQLException {
    for (String told :
        session.texts(
            """
            SELECT '支部“' || r.branch_code || '”' || to_char(r.month, 'YYYY-MM') || '的'
              || j.label || '是' || j.now || '，' || to_char(p.month, 'YYYY-MM') || '的是' || j.before
              || '，请核对'
            FROM merged_record g
            JOIN monthly_record r ON r.branch_code = g.branch_code AND r.month = g.month
            CROSS JOIN LATERAL (
              SELECT p.month, p.full_members, p.budget_amount FROM monthly_record p
              WHERE p.branch_code = g.branch_code AND p.month < g.month
                AND p.month >= g.month - INTERVAL '12 months'
              ORDER BY p.month DESC LIMIT 1) p
            CROSS JOIN LATERAL (VALUES
              ('正式党员数', r.full_members::numeric, p.full_members::numeric, 10, 30),
              ('年度工作经费预算', r.budget_amount, p.budget_amount, 1000, 1000))
              AS j (label, now, before, times, least)
            WHERE g.changed AND greatest(j.now, j.before) >= j.least
              AND greatest(j.now, j.before) >= j.times * least(j.now, j.before)
              AND least(j.now, j.before) > 0
            ORDER BY r.branch_code, r.month, j.label
            """)) {
      remarks.add(told);
    }
  }
}

package org.liangpai.intake.merge;

import java.sql.SQLException;
import org.liangpai.dictionary.Table;
import org.liangpai.security.Scope;

/**
 * What records and meetings must satisfy together. A record and its meetings are one unit: a bad
 * row takes all others of its record with it, and no more.
 */
final class RecordCheck {

  private final Session session;
  private final Scope scope;

  RecordCheck(Session session, Scope scope) {
    this.session = session;
    this.scope = scope;
  }

  void run() throws SQLException {
    session.change(
        Stage.reject(
            Table.RECORDS,
            "branchCode",
            "",
            "NOT EXISTS (SELECT FROM branch b WHERE b.branch_code = s.branch_code%s)"
                .formatted(scope.ofBranch("b.branch_code")),
            """
            '支部编码“' || s.branch_code || CASE
              WHEN EXISTS (SELECT FROM stage_branches o WHERE o.branch_code = s.branch_code)
              THEN '”在支部名册中的行有错误，未能导入' ELSE '”不在支部名册中' END
            """),
        scope);
    session.change(
        Stage.reject(
            Table.MEETINGS,
            "branchCode",
            "",
            """
            NOT EXISTS (SELECT FROM stage_records r
              WHERE r.branch_code = s.branch_code AND r.month = s.month)
            AND NOT EXISTS (SELECT FROM monthly_record r
              WHERE r.branch_code = s.branch_code AND r.month = s.month%s)
            """
                .formatted(scope.ofBranch("r.branch_code")),
            """
            '没有支部“' || s.branch_code || '”' || to_char(s.month, 'YYYY-MM')
              || '的月度纪实，请连同该月纪实和全部会议活动一起导入'
            """),
        scope);
    new LifeCheck(session).run();
    rejectTogether();
  }

  private void rejectTogether() throws SQLException {
    session.run(
        """
        CREATE TEMP TABLE bad_record ON COMMIT DROP AS
        SELECT branch_code, month FROM stage_records
        WHERE rejected AND branch_code IS NOT NULL AND month IS NOT NULL
        UNION
        SELECT branch_code, coalesce(month, date_trunc('month', held_on)::date) FROM stage_meetings
        WHERE rejected AND branch_code IS NOT NULL AND (month IS NOT NULL OR held_on IS NOT NULL)
        """);
    // A meeting that does not tell its month may belong to any record of its branch.
    session.run(
        """
        INSERT INTO bad_record
        SELECT branch_code, month FROM stage_records WHERE branch_code IN (
          SELECT branch_code FROM stage_meetings
          WHERE rejected AND month IS NULL AND held_on IS NULL)
        """);
    // A record that does not tell its month may be the one that stray meetings belong to.
    session.run(
        """
        INSERT INTO bad_record
        SELECT branch_code, month FROM stage_meetings m WHERE branch_code IN (
          SELECT branch_code FROM stage_records WHERE rejected AND month IS NULL)
        AND NOT EXISTS (SELECT FROM stage_records r
          WHERE r.branch_code = m.branch_code AND r.month = m.month)
        """);
    session.run("ANALYZE bad_record");
    for (Table table : new Table[] {Table.RECORDS, Table.MEETINGS}) {
      session.run(
          """
          UPDATE %s s SET rejected = true WHERE NOT rejected
          AND (s.branch_code, s.month) IN (SELECT branch_code, month FROM bad_record)
          """
              .formatted(Stage.of(table)));
    }
  }
}

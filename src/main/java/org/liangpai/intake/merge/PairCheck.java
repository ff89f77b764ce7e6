package org.liangpai.intake.merge;

import java.sql.SQLException;
import org.liangpai.dictionary.Table;
import org.liangpai.security.Scope;

/**
 * The branch that another is paired with must be there: on file where the filer may see it, in the
 * same upload, or already named so on file, by whoever sees both.
 */
final class PairCheck {

  private final Session session;
  private final Scope scope;

  PairCheck(Session session, Scope scope) {
    this.session = session;
    this.scope = scope;
  }

  void run() throws SQLException {
    String unknown =
        """
        s.paired_branch_code IS NOT NULL
        AND NOT EXISTS (SELECT FROM branch b JOIN unit u ON u.unit_code = b.unit_code
          WHERE b.branch_code = s.paired_branch_code%s)
        AND NOT EXISTS (SELECT FROM branch b WHERE b.branch_code = s.branch_code
          AND b.paired_branch_code = s.paired_branch_code)
        """
            .formatted(scope.condition("u.path", "b.branch_code"));
    session.change(
        Stage.reject(
            Table.BRANCHES,
            "pairedBranchCode",
            "",
            unknown
                + """
                AND NOT EXISTS (SELECT FROM stage_branches o
                  WHERE o.branch_code = s.paired_branch_code)
                """,
            "'结对支部编码“' || s.paired_branch_code || '”不在您能看到的支部名册中，应为已有或同时导入的支部编码，未结对留空'"),
        scope);
    session.run(
        """
        CREATE TEMP TABLE lost_branch ON COMMIT DROP AS
        WITH RECURSIVE lost AS (
          SELECT s.branch_code FROM stage_branches s
          WHERE s.rejected AND NOT EXISTS (SELECT FROM branch b WHERE b.branch_code = s.branch_code)
          UNION
          SELECT s.branch_code FROM lost l
          JOIN stage_branches s ON s.paired_branch_code = l.branch_code
          WHERE NOT EXISTS (SELECT FROM branch b WHERE b.branch_code = s.branch_code))
        SELECT branch_code FROM lost WHERE branch_code IS NOT NULL
        """);
    session.change(
        Stage.reject(
            Table.BRANCHES,
            "pairedBranchCode",
            "JOIN lost_branch l ON l.branch_code = s.paired_branch_code",
            unknown,
            "'结对支部编码“' || s.paired_branch_code || '”所在的行有错误，未能导入'"),
        scope);
  }
}

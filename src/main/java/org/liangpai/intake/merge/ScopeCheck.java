package org.liangpai.intake.merge;

import java.sql.SQLException;
import org.liangpai.dictionary.Table;

/**
 * Rejects the rows of tables that whoever files may not file, and codes that are taken elsewhere.
 */
final class ScopeCheck {

  private final Session session;
  private final FilingScope scope;

  ScopeCheck(Session session, FilingScope scope) {
    this.session = session;
    this.scope = scope;
  }

  void run() throws SQLException {
    if (!scope.allowsUnits()) {
      session.run(Stage.reject(Table.UNITS, "unitCode", "", "true", "'只有市级可以导入党组织'"));
    }
    if (!scope.allowsBranches()) {
      session.run(Stage.reject(Table.BRANCHES, "branchCode", "", "true", "'支部名册由县级或市级组织部门导入'"));
    } else if (!scope.roster().whole()) {
      rejectTakenElsewhere();
    }
  }

  private void rejectTakenElsewhere() throws SQLException {
    session.change(
        Stage.reject(
            Table.BRANCHES,
            "branchCode",
            """
            JOIN branch_codes_taken(ARRAY(SELECT branch_code FROM stage_branches
              WHERE branch_code IS NOT NULL)) taken ON taken = s.branch_code
            """,
            """
            NOT EXISTS (SELECT FROM branch b JOIN unit u ON u.unit_code = b.unit_code
              WHERE b.branch_code = s.branch_code %s)
            """
                .formatted(scope.roster().condition("u.path", "b.branch_code")),
            "'支部编码“' || s.branch_code || '”已由您管理范围以外的党组织使用'"),
        scope.roster());
  }
}

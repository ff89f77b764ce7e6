package org.liangpai.intake.merge;

import java.sql.SQLException;
import java.util.List;
import org.liangpai.dictionary.Table;

/**
 * Rejects the rows of tables that whoever files may not file, and codes that are taken elsewhere.
 */
final class ScopeCheck {

  private final Session session;
  private final FilingScope scope;
  private List<String> taken = List.of();

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

  /** Codes of the upload that are in use where the filer may not see, as far as was looked. */
  List<String> takenElsewhere() {
    return taken;
  }

  private void rejectTakenElsewhere() throws SQLException {
    session.run("CREATE TEMP TABLE taken_elsewhere (branch_code text) ON COMMIT DROP");
    session.change(
        """
        INSERT INTO taken_elsewhere
        SELECT DISTINCT taken FROM branch_codes_taken(ARRAY(SELECT branch_code FROM stage_branches
          WHERE branch_code IS NOT NULL)) taken
        WHERE NOT EXISTS (SELECT FROM branch b JOIN unit u ON u.unit_code = b.unit_code
          WHERE b.branch_code = taken %s)
        """
            .formatted(scope.roster().condition("u.path", "b.branch_code")),
        scope.roster());
    taken = session.texts("SELECT branch_code FROM taken_elsewhere ORDER BY 1");
    session.run(
        Stage.reject(
            Table.BRANCHES,
            "branchCode",
            "JOIN taken_elsewhere t ON t.branch_code = s.branch_code",
            "true",
            "'支部编码“' || s.branch_code || '”不能使用，请核对；编码无误的，请等上级组织部门核实'"));
  }
}

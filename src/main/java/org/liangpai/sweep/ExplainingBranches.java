package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.evaluation.BranchHistory;
import org.liangpai.evaluation.Explanation;
import org.liangpai.evaluation.Ground;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/**
 * Tells what every item says of a branch in a month, from what is on file now; nothing is stored.
 */
@ApplicationScoped
public class ExplainingBranches {

  private final HistoryReader reader;
  private final Transactions transactions;
  private final SweepTransactions sweepTransactions;
  private final Catalogue catalogue;
  private final CurrentViewer viewer;

  ExplainingBranches(
      HistoryReader reader,
      Transactions transactions,
      SweepTransactions sweepTransactions,
      Catalogue catalogue,
      CurrentViewer viewer) {
    this.viewer = viewer;
    this.reader = reader;
    this.transactions = transactions;
    this.sweepTransactions = sweepTransactions;
    this.catalogue = catalogue;
  }

  /**
   * One explanation for each item in force in the month, in the order of the list.
   *
   * @throws NotFound if there is no such branch
   * @throws BranchNotJudged if the branch did not exist at the end of the month
   */
  public List<Explanation> explain(String branchCode, YearMonth month) {
    BranchHistory branch = transactions.call(connection -> history(connection, branchCode, month));
    if (!branch.existsAt(month.atEndOfMonth())) {
      throw new BranchNotJudged(branchCode, month);
    }
    // The ground is that of the whole city, of which the viewer may see a part only.
    Ground ground = sweepTransactions.call(connection -> reader.ground(connection, month));
    return catalogue.judging().explain(branch, month, ground);
  }

  private BranchHistory history(Connection connection, String branchCode, YearMonth month)
      throws SQLException {
    Scope scope = viewer.scope();
    boolean unseen =
        scope
            .bind(
                NamedStatement.of(
                    "SELECT 1 FROM branch b WHERE b.branch_code = :branch"
                        + scope.ofBranch("b.branch_code")))
            .with("branch", branchCode)
            .list(connection, row -> row.getInt(1))
            .isEmpty();
    if (unseen) {
      throw new NotFound("支部", branchCode);
    }
    return reader.read(connection, new HistoryReader.Range(branchCode, branchCode), month).stream()
        .findFirst()
        .orElseThrow(() -> new NotFound("支部", branchCode));
  }
}

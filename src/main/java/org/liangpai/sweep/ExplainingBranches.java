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
import org.liangpai.shared.NotFound;
import org.liangpai.shared.Transactions;

/**
 * Tells what every item says of a branch in a month, from what is on file now; nothing is stored.
 */
@ApplicationScoped
public class ExplainingBranches {

  private final HistoryReader reader;
  private final Transactions transactions;
  private final Catalogue catalogue;

  ExplainingBranches(HistoryReader reader, Transactions transactions, Catalogue catalogue) {
    this.reader = reader;
    this.transactions = transactions;
    this.catalogue = catalogue;
  }

  /**
   * One explanation for each item in force in the month, in the order of the list.
   *
   * @throws NotFound if there is no such branch
   * @throws BranchNotJudged if the branch did not exist at the end of the month
   */
  public List<Explanation> explain(String branchCode, YearMonth month) {
    return transactions.call(connection -> explain(connection, branchCode, month));
  }

  private List<Explanation> explain(Connection connection, String branchCode, YearMonth month)
      throws SQLException {
    BranchHistory branch =
        reader.read(connection, new HistoryReader.Range(branchCode, branchCode), month).stream()
            .findFirst()
            .orElseThrow(() -> new NotFound("支部", branchCode));
    if (!branch.existsAt(month.atEndOfMonth())) {
      throw new BranchNotJudged(branchCode, month);
    }
    Ground ground = reader.ground(connection, month);
    return catalogue.judging().explain(branch, month, ground);
  }
}

package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.function.Function;
import org.liangpai.calendar.WorkingCalendar;
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
  private final WorkingCalendar calendar;

  ExplainingBranches(
      HistoryReader reader,
      Transactions transactions,
      Catalogue catalogue,
      WorkingCalendar calendar) {
    this.reader = reader;
    this.transactions = transactions;
    this.catalogue = catalogue;
    this.calendar = calendar;
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
    Function<YearMonth, LocalDate> filingDay =
        of -> calendar.filingDay(of, catalogue.list().filing(of).dayOfNextMonth());
    Ground ground = new Ground(reader.historyStart(connection, month), filingDay);
    return catalogue.judging().explain(branch, month, ground);
  }
}

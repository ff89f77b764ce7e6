package org.liangpai.pairing;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.liangpai.catalogue.Catalogue;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.sweep.SweptMonths;
import org.liangpai.warninglist.PairingCriteria;

/**
 * Compares paired branches with unpaired ones. The month of the pairing, or of the first card, is
 * between before and after; a branch counts when all months of both were swept.
 */
@ApplicationScoped
public class ComparingOutcomes {

  private static final String COMPARE =
      """
      WITH swept AS (SELECT month FROM unnest(CAST(:swept AS date[])) AS s (month)),
      anchor AS (
          SELECT p.weak_code AS branch_code, true AS paired, CAST(date_trunc('month', min(p.from_on)) AS date) AS month
          FROM pairing p WHERE true %s GROUP BY p.weak_code
          UNION ALL
          SELECT c.branch_code, false, CAST(date_trunc('month', min(c.issued_on)) AS date) FROM card c
          WHERE c.branch_code IS NOT NULL AND c.level IN ('ORANGE', 'RED') AND c.status <> 'WITHDRAWN'
              AND NOT EXISTS (SELECT FROM pairing p WHERE p.weak_code = c.branch_code) %s
          GROUP BY c.branch_code),
      span AS (
          SELECT branch_code, paired, month, CAST(month - make_interval(months => :months) AS date) AS first,
              CAST(month + make_interval(months => :months) AS date) AS last
          FROM anchor),
      known AS (
          SELECT * FROM span
          WHERE (SELECT count(*) FROM swept s WHERE s.month BETWEEN span.first AND span.last AND s.month <> span.month)
              = 2 * :months)
      SELECT k.paired, count(DISTINCT k.branch_code), count(f.id) FILTER (WHERE f.month < k.month),
          count(f.id) FILTER (WHERE f.month > k.month)
      FROM known k LEFT JOIN finding f ON f.branch_code = k.branch_code AND f.status = 'CONFIRMED' AND f.carded
          AND f.month BETWEEN k.first AND k.last
      GROUP BY k.paired
      """;

  private static final Outcome.Group NOBODY = new Outcome.Group(0, null, null);

  private final Transactions transactions;
  private final SweptMonths sweptMonths;
  private final Catalogue catalogue;
  private final CurrentViewer viewer;

  ComparingOutcomes(
      Transactions transactions,
      SweptMonths sweptMonths,
      Catalogue catalogue,
      CurrentViewer viewer) {
    this.transactions = transactions;
    this.sweptMonths = sweptMonths;
    this.catalogue = catalogue;
    this.viewer = viewer;
  }

  /** The comparison over the viewer's scope. */
  public Outcome compare() {
    Scope scope = viewer.scope();
    PairingCriteria criteria = catalogue.list().pairing();
    String sql = COMPARE.formatted(scope.ofBranch("p.weak_code"), scope.ofBranch("c.branch_code"));
    String[] swept =
        sweptMonths.all().stream().map(month -> month.atDay(1).toString()).toArray(String[]::new);
    Map<Boolean, Outcome.Group> groups = new HashMap<>();
    transactions.call(
        connection -> {
          scope
              .bind(NamedStatement.of(sql))
              .with("swept", swept)
              .with("months", criteria.outcomeMonths())
              .each(connection, row -> groups.put(row.getBoolean(1), group(row)));
          return null;
        });
    Outcome.Group paired = groups.getOrDefault(true, NOBODY);
    Outcome.Group unpaired = groups.getOrDefault(false, NOBODY);
    return new Outcome(
        criteria.outcomeMonths(), paired, unpaired, note(criteria, paired, unpaired));
  }

  private static Outcome.Group group(ResultSet row) throws SQLException {
    int branches = row.getInt(2);
    return new Outcome.Group(
        branches, average(row.getInt(3), branches), average(row.getInt(4), branches));
  }

  private static BigDecimal average(int findings, int branches) {
    return BigDecimal.valueOf(findings)
        .divide(BigDecimal.valueOf(branches), 1, RoundingMode.HALF_UP);
  }

  private static String note(
      PairingCriteria criteria, Outcome.Group paired, Outcome.Group unpaired) {
    if (paired.branches() == 0) {
      return "还没有前后各%d个月都已排查的结对支部，暂时不能比较。".formatted(criteria.outcomeMonths());
    }
    String few =
        paired.branches() < criteria.smallNumber() || unpaired.branches() < criteria.smallNumber()
            ? "支部数少（不足%d个），数字会因一两个支部大变，还不能说明结对有没有作用。".formatted(criteria.smallNumber())
            : "";
    return few + "没有结对的支部不是随机挑选的，两组的差别不全是结对带来的。";
  }
}

package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liangpai.evaluation.RuleFailure;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Dimension;

/** What the runs found in the viewer's scope, summed up by the database. */
@ApplicationScoped
public class SweepStatistics {

  private static final Map<String, String> DIMENSIONS = dimensions();

  private final Transactions transactions;
  private final CurrentViewer viewer;

  SweepStatistics(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /**
   * How many findings of a month there are, by dimension (its name) and level, whatever their
   * status but withdrawn; those on trial are counted apart.
   */
  public Map<String, Map<String, Integer>> byDimensionAndLevel(YearMonth month) {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT split_part(item, '-', 1), level, count(*) FROM finding
        WHERE month = :month AND status <> 'WITHDRAWN' AND carded %s GROUP BY 1, 2 ORDER BY 1, 2
        """
            .formatted(scope.ofBranch("finding.branch_code"));
    return transactions.call(
        connection -> {
          Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
          DIMENSIONS.values().forEach(name -> counts.put(name, new LinkedHashMap<>()));
          scope
              .bind(NamedStatement.of(sql))
              .with("month", month.atDay(1))
              .each(
                  connection,
                  row ->
                      counts
                          .computeIfAbsent(
                              DIMENSIONS.get(row.getString(1)), name -> new LinkedHashMap<>())
                          .put(row.getString(2), row.getInt(3)));
          return counts;
        });
  }

  /** How many findings of a month are of items on trial: they flag nobody and ask nobody. */
  public int onTrial(YearMonth month) {
    return counted(
            "SELECT 'TRIAL', count(*) FROM finding WHERE NOT carded AND status <> 'WITHDRAWN' AND month = :key",
            "finding.branch_code",
            month.atDay(1))
        .getOrDefault("TRIAL", 0);
  }

  /** How many findings of a month there are, by status, without those on trial. */
  public Map<String, Integer> byStatus(YearMonth month) {
    return counted(
        "SELECT status, count(*) FROM finding WHERE carded AND month = :key",
        "finding.branch_code",
        month.atDay(1));
  }

  /** What a run changed, by act: found, updated, withdrawn and so on. */
  public Map<String, Integer> changes(UUID sweep) {
    return counted(
        """
        SELECT act, count(*) FROM finding_event e JOIN finding f ON f.id = e.finding_id
        WHERE e.sweep_id = :key
        """,
        "f.branch_code",
        sweep);
  }

  /** The rules that threw in a run: the first hundred. */
  public List<RuleFailure> failures(UUID sweep) {
    Scope scope = viewer.scope();
    String sql =
        """
        SELECT branch_code, item, message FROM sweep_failure WHERE sweep_id = :sweep %s
        ORDER BY item, branch_code LIMIT 100
        """
            .formatted(scope.ofBranch("sweep_failure.branch_code"));
    return transactions.call(
        connection ->
            scope
                .bind(NamedStatement.of(sql))
                .with("sweep", sweep)
                .list(
                    connection,
                    row -> new RuleFailure(row.getString(1), row.getString(2), row.getString(3))));
  }

  private Map<String, Integer> counted(String sql, String branch, Object key) {
    Scope scope = viewer.scope();
    String narrowed = sql + scope.ofBranch(branch) + " GROUP BY 1 ORDER BY 1";
    return transactions.call(
        connection -> {
          Map<String, Integer> counts = new LinkedHashMap<>();
          scope
              .bind(NamedStatement.of(narrowed))
              .with("key", key)
              .each(connection, row -> counts.put(row.getString(1), row.getInt(2)));
          return counts;
        });
  }

  private static Map<String, String> dimensions() {
    Map<String, String> names = new LinkedHashMap<>();
    for (Dimension dimension : Dimension.values()) {
      names.put(dimension.prefix(), dimension.name());
    }
    return names;
  }
}

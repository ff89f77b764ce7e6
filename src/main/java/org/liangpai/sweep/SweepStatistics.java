package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liangpai.evaluation.RuleFailure;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;
import org.liangpai.warninglist.Dimension;

/** What the runs found, summed up by the database. */
@ApplicationScoped
public class SweepStatistics {

  private static final Map<String, String> DIMENSIONS = dimensions();

  private final Transactions transactions;

  SweepStatistics(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * How many findings of a month there are, by dimension (its name) and level, whatever their
   * status but withdrawn.
   */
  public Map<String, Map<String, Integer>> byDimensionAndLevel(YearMonth month) {
    String sql =
        """
        SELECT split_part(item, '-', 1), level, count(*) FROM finding
        WHERE month = :month AND status <> 'WITHDRAWN' GROUP BY 1, 2 ORDER BY 1, 2
        """;
    return transactions.call(
        connection -> {
          Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
          DIMENSIONS.values().forEach(name -> counts.put(name, new LinkedHashMap<>()));
          NamedStatement.of(sql)
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

  /** How many findings of a month there are, by status. */
  public Map<String, Integer> byStatus(YearMonth month) {
    return counted(
        "SELECT status, count(*) FROM finding WHERE month = :key GROUP BY 1 ORDER BY 1",
        month.atDay(1));
  }

  /** What a run changed, by act: found, updated, withdrawn and so on. */
  public Map<String, Integer> changes(UUID sweep) {
    return counted(
        "SELECT act, count(*) FROM finding_event WHERE sweep_id = :key GROUP BY 1 ORDER BY 1",
        sweep);
  }

  /** The rules that threw in a run: the first hundred. */
  public List<RuleFailure> failures(UUID sweep) {
    return transactions.call(
        connection ->
            NamedStatement.of(
                    """
                    SELECT branch_code, item, message FROM sweep_failure WHERE sweep_id = :sweep
                    ORDER BY item, branch_code LIMIT 100
                    """)
                .with("sweep", sweep)
                .list(
                    connection,
                    row -> new RuleFailure(row.getString(1), row.getString(2), row.getString(3))));
  }

  private Map<String, Integer> counted(String sql, Object key) {
    return transactions.call(
        connection -> {
          Map<String, Integer> counts = new LinkedHashMap<>();
          NamedStatement.of(sql)
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

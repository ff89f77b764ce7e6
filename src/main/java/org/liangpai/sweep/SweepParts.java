package org.liangpai.sweep;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.liangpai.security.CurrentViewer;
import org.liangpai.security.Scope;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Shows of each run the counts of the viewer's part of the city. */
@ApplicationScoped
class SweepParts {

  private final Transactions transactions;
  private final CurrentViewer viewer;

  SweepParts(Transactions transactions, CurrentViewer viewer) {
    this.transactions = transactions;
    this.viewer = viewer;
  }

  /** The same runs as the viewer may see them; as they are for the whole city. */
  List<Sweep> shown(List<Sweep> sweeps) {
    Scope scope = viewer.scope();
    if (scope.whole() || sweeps.isEmpty()) {
      return sweeps;
    }
    Map<UUID, Sweep.Counts> counts = counts(sweeps.stream().map(Sweep::id).toList(), scope);
    return sweeps.stream()
        .map(one -> one.of(counts.getOrDefault(one.id(), Sweep.Counts.NONE)))
        .toList();
  }

  private Map<UUID, Sweep.Counts> counts(List<UUID> sweeps, Scope scope) {
    String sql =
        """
        SELECT s.sweep_id, sum(s.branches_on_roster) AS branches_on_roster,
            sum(s.branches_to_judge) AS branches_to_judge, sum(s.healthy) AS healthy,
            sum(s.partly_judged) AS partly_judged, sum(s.flagged) AS flagged,
            sum(s.not_filed_only) AS not_filed_only, sum(s.failed) AS failed, sum(s.hits) AS hits
        FROM sweep_unit s JOIN unit u ON u.unit_code = s.unit_code
        WHERE s.sweep_id = ANY (:sweeps) %s GROUP BY s.sweep_id
        """
            .formatted(scope.condition("u.path"));
    Map<UUID, Sweep.Counts> counts = new HashMap<>();
    transactions.call(
        connection -> {
          scope
              .bind(NamedStatement.of(sql))
              .with("sweeps", connection.createArrayOf("uuid", sweeps.toArray()))
              .each(
                  connection,
                  row -> counts.put(row.getObject("sweep_id", UUID.class), Sweeps.counts(row)));
          return null;
        });
    return counts;
  }
}

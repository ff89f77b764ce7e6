package org.liangpai.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.liangpai.sweep.SweepEnded;

/**
 * Where a sweep withdrew the last open finding of a branch and duty, what was confirmed before is
 * decided as a whole: nobody has to confirm it again.
 */
@ApplicationScoped
class ClosingBranches {

  private final Findings findings;
  private final Event<FindingsDecided> decided;
  private final Clock clock;

  ClosingBranches(Findings findings, Event<FindingsDecided> decided, Clock clock) {
    this.findings = findings;
    this.decided = decided;
    this.clock = clock;
  }

  @Transactional
  void close(@Observes SweepEnded ended) {
    List<String> branches = findings.closedByWithdrawal(ended.month().atDay(1));
    if (branches.isEmpty()) {
      return;
    }
    Map<String, List<Finding>> byDecider =
        findings.lockedOf(ended.month().atDay(1), branches).stream()
            .collect(Collectors.groupingBy(one -> List.of(one.branchCode(), one.duty())))
            .values()
            .stream()
            .filter(ClosingBranches::isConfirmed)
            .collect(
                Collectors.groupingBy(
                    ClosingBranches::lastDecider,
                    TreeMap::new,
                    Collectors.flatMapping(List::stream, Collectors.toList())));
    byDecider.forEach(
        (by, all) -> decided.fire(new FindingsDecided(List.copyOf(all), by, clock.instant())));
  }

  private static boolean isConfirmed(List<Finding> ofDuty) {
    return ofDuty.stream().anyMatch(one -> one.status() == FindingStatus.CONFIRMED);
  }

  private static String lastDecider(List<Finding> ofBranch) {
    return ofBranch.stream()
        .filter(one -> one.status() == FindingStatus.CONFIRMED)
        .max(Comparator.comparing(Finding::decidedAt).thenComparing(Finding::id))
        .orElseThrow()
        .decidedBy();
  }
}

package org.liangpai.evidence;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;
import org.liangpai.shared.NamedStatement;
import org.liangpai.shared.Transactions;

/** Removes files whose row never came, because the service ended between the two. */
@ApplicationScoped
class CleaningFiles {

  private static final Logger LOG = Logger.getLogger(CleaningFiles.class);
  private static final Duration SAFE = Duration.ofDays(1);

  private final KeepingFiles keeping;
  private final Transactions transactions;
  private final CurrentViewer viewer;
  private final Clock clock;

  CleaningFiles(
      KeepingFiles keeping, Transactions transactions, CurrentViewer viewer, Clock clock) {
    this.keeping = keeping;
    this.transactions = transactions;
    this.viewer = viewer;
    this.clock = clock;
  }

  @Scheduled(
      cron = "{liangpai.evidence.cleaning-cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void clean() throws IOException {
    Instant dayAgo = clock.instant().minus(SAFE);
    keeping.eachKeptBefore(dayAgo, some -> viewer.asService(() -> drop(some)));
  }

  private void drop(List<UUID> some) {
    Set<UUID> orphans = new HashSet<>(some);
    transactions.call(
        connection -> {
          NamedStatement.of("SELECT id FROM evidence WHERE id = ANY (:ids)")
              .with("ids", connection.createArrayOf("uuid", some.toArray()))
              .each(connection, row -> orphans.remove(row.getObject(1, UUID.class)));
          return null;
        });
    orphans.forEach(keeping::drop);
    if (!orphans.isEmpty()) {
      LOG.infof("%d files of evidence without a row were removed", orphans.size());
    }
  }
}

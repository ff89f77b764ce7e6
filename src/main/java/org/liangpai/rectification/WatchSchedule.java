package org.liangpai.rectification;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;

/** Closes every morning the watches that ran out. */
@ApplicationScoped
class WatchSchedule {

  private static final Logger LOG = Logger.getLogger(WatchSchedule.class);

  private final ClosingWatches closing;
  private final CurrentViewer viewer;

  WatchSchedule(ClosingWatches closing, CurrentViewer viewer) {
    this.closing = closing;
    this.viewer = viewer;
  }

  @Scheduled(
      cron = "{liangpai.rectification.cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void close() {
    List<String> closed = viewer.asService(closing::close);
    if (!closed.isEmpty()) {
      LOG.infof("%d cards closed after their watch", closed.size());
    }
  }
}

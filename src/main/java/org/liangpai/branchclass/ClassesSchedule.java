package org.liangpai.branchclass;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;

/**
 * Derives the classes of the quarter before, from the day on that the list says. Asked every
 * morning: branches of which something was not verified get theirs as soon as it is.
 */
@ApplicationScoped
class ClassesSchedule {

  private static final Logger LOG = Logger.getLogger(ClassesSchedule.class);

  private final DerivingClasses deriving;
  private final CurrentViewer viewer;
  private final Clock clock;

  ClassesSchedule(DerivingClasses deriving, CurrentViewer viewer, Clock clock) {
    this.deriving = deriving;
    this.viewer = viewer;
    this.clock = clock;
  }

  @Scheduled(
      cron = "{liangpai.classes.cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deriveLastQuarter() {
    LocalDate today = LocalDate.now(clock);
    Quarter quarter = Quarter.of(today).before();
    if (today.isBefore(deriving.settledOn(quarter))) {
      return;
    }
    try {
      Derived derived = viewer.asService(() -> deriving.derive(quarter));
      if (derived.derived() > 0) {
        LOG.infof("Classes of %s derived for %d branches", quarter, derived.derived());
      }
    } catch (ClassesRefused refused) {
      LOG.warnf("Classes of %s are not derived: %s", quarter, refused.getMessage());
    }
  }
}

package org.liangpai.branchclass;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;

/**
 * Derives the classes of the quarters that are over, each from the day on that the list says. Asked
 * every morning: branches of which something was not verified get theirs as soon as it is, be it
 * after the next quarter has begun. The oldest quarter comes first, so that the next knows it.
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
  void derive() {
    viewer.asService(this::deriveWhatIsOver);
  }

  private void deriveWhatIsOver() {
    LocalDate today = LocalDate.now(clock);
    for (Quarter quarter : deriving.unfinished(Quarter.of(today).before())) {
      if (!today.isBefore(deriving.settledOn(quarter))) {
        derive(quarter);
      }
    }
  }

  private void derive(Quarter quarter) {
    try {
      Derived derived = deriving.derive(quarter);
      if (derived.derived() > 0) {
        LOG.infof("Classes of %s derived for %d branches", quarter, derived.derived());
      }
    } catch (ClassesRefused refused) {
      LOG.warnf("Classes of %s are not derived: %s", quarter, refused.getMessage());
    }
  }
}

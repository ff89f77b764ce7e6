package org.liangpai.concession;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;
import org.liangpai.card.TakingOffLines;
import org.liangpai.security.CurrentViewer;

/**
 * Looks every morning for suspensions that end, for cards that dissolved branches left, and for
 * lines that concern a branch which has left the unit.
 */
@ApplicationScoped
class ConcessionSchedule {

  private static final Logger LOG = Logger.getLogger(ConcessionSchedule.class);

  private final EndingSuspensions suspensions;
  private final DecidingSuccessions successions;
  private final TakingOffLines lines;
  private final CurrentViewer viewer;

  ConcessionSchedule(
      EndingSuspensions suspensions,
      DecidingSuccessions successions,
      TakingOffLines lines,
      CurrentViewer viewer) {
    this.suspensions = suspensions;
    this.successions = successions;
    this.lines = lines;
    this.viewer = viewer;
  }

  @Scheduled(
      cron = "{liangpai.concession.cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyMorning() {
    viewer.asService(
        () -> {
          suspensions.endDue();
          successions
              .look()
              .forEach(left -> apart(left.branch(), () -> successions.followUp(left)));
          lines.waiting().forEach(card -> apart(card, () -> lines.takeOff(card)));
        });
  }

  /** One that fails keeps no other from being done, and is tried again on the next morning. */
  private static void apart(String about, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException failed) {
      LOG.errorf(failed, "%s could not be followed up; the next morning will", about);
    }
  }
}

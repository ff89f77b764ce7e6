package org.liangpai.concession;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import org.liangpai.security.CurrentViewer;

/** Looks every morning for suspensions that end and for cards that dissolved branches left. */
@ApplicationScoped
class ConcessionSchedule {

  private final EndingSuspensions suspensions;
  private final DecidingSuccessions successions;
  private final CurrentViewer viewer;

  ConcessionSchedule(
      EndingSuspensions suspensions, DecidingSuccessions successions, CurrentViewer viewer) {
    this.suspensions = suspensions;
    this.successions = successions;
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
          successions.followUp();
        });
  }
}

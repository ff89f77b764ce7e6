package org.liangpai.sweep;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jboss.logging.Logger;
import org.liangpai.security.CurrentViewer;

/** Sweeps last month on the morning after its filing day, and takes up interrupted runs. */
@ApplicationScoped
class SweepSchedule {

  private static final Logger LOG = Logger.getLogger(SweepSchedule.class);

  private final StartingSweeps starting;
  private final RunningSweeps running;
  private final Sweeps sweeps;
  private final FilingDays filingDays;
  private final CurrentViewer viewer;
  private final Clock clock;

  SweepSchedule(
      StartingSweeps starting,
      RunningSweeps running,
      Sweeps sweeps,
      FilingDays filingDays,
      CurrentViewer viewer,
      Clock clock) {
    this.starting = starting;
    this.running = running;
    this.sweeps = sweeps;
    this.filingDays = filingDays;
    this.viewer = viewer;
    this.clock = clock;
  }

  void resumeAtStart(@Observes StartupEvent event) {
    running.resume();
  }

  @Scheduled(
      every = "{liangpai.sweep.resume-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void resume() {
    running.resume();
  }

  /**
   * Asked every morning, so that a service that was down on the day itself catches up on the next.
   */
  @Scheduled(
      cron = "{liangpai.sweep.cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void sweepLastMonth() {
    LocalDate today = LocalDate.now(clock);
    YearMonth lastMonth = YearMonth.from(today).minusMonths(1);
    LocalDate filingDay = filingDays.of(lastMonth);
    if (today.isAfter(filingDay) && !sweeps.hasScheduled(lastMonth)) {
      Sweep sweep =
          viewer.asService(() -> starting.start(lastMonth, Occasion.SCHEDULED, viewer.account()));
      LOG.infof("Scheduled sweep %s of %s started", sweep.id(), lastMonth);
    }
  }
}

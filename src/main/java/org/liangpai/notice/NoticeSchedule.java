package org.liangpai.notice;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees to it that notices leave the service when they are due. */
@ApplicationScoped
class NoticeSchedule {

  private final DeliveringMessages delivering;

  NoticeSchedule(DeliveringMessages delivering) {
    this.delivering = delivering;
  }

  @Scheduled(
      every = "{liangpai.notice.every}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void deliver() {
    delivering.deliver();
  }
}

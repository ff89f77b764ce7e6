package org.liangpai.audit;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Sees to it that every hour has its checkpoint. */
@ApplicationScoped
class CheckpointSchedule {

  private final Checkpoints checkpoints;
  private final CheckpointPost post;

  CheckpointSchedule(Checkpoints checkpoints, CheckpointPost post) {
    this.checkpoints = checkpoints;
    this.post = post;
  }

  /** Asked again and again, because the service may not run when the hour begins. */
  @Scheduled(
      every = "{liangpai.audit.checkpoint-every}",
      delayed = "1m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void write() {
    checkpoints.writeOfThisHour();
    post.post();
  }
}

package org.liangpai.escalation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.liangpai.card.CardAct;
import org.liangpai.card.CardChanged;
import org.liangpai.shared.SimulatedTime;
import org.liangpai.shared.StartWorkDone;

/**
 * Climbs the ladder every morning, once at the start, and soon after a card has changed: the
 * changes of a moment are looked at once, after their transactions. What is lost of that with the
 * process is made up for in the morning.
 */
@ApplicationScoped
class EscalationSchedule {

  private static final Logger LOG = Logger.getLogger(EscalationSchedule.class);

  private final Escalating escalating;
  private final SimulatedTime simulated;
  private final boolean follow;
  private final boolean atStart;
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private final ExecutorService executor =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "escalation"));

  EscalationSchedule(
      Escalating escalating,
      SimulatedTime simulated,
      @ConfigProperty(name = "liangpai.escalation.follow") boolean follow,
      @ConfigProperty(name = "liangpai.escalation.at-start") boolean atStart) {
    this.escalating = escalating;
    this.simulated = simulated;
    this.follow = follow;
    this.atStart = atStart;
  }

  @Scheduled(
      cron = "{liangpai.escalation.cron}",
      timeZone = "Asia/Shanghai",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void everyMorning() {
    int taken = escalating.all();
    LOG.infof("%d steps of the ladder taken", taken);
  }

  /** A service that was down in the morning makes up for it as soon as it is there again. */
  void makeUp(@Observes StartWorkDone event) {
    if (!atStart) {
      return;
    }
    try {
      everyMorning();
    } catch (RuntimeException failed) {
      LOG.error("The ladder could not be climbed at the start; the daily run will", failed);
    }
  }

  /**
   * The step itself changes the card, and has said what there is to say of it. On a simulated day
   * whoever simulates lets the ladder be climbed.
   */
  void follow(@Observes(during = TransactionPhase.AFTER_SUCCESS) CardChanged event) {
    boolean asked = follow && simulated.now().isEmpty() && event.act() != CardAct.ESCALATED;
    if (asked && changed.add(event.number())) {
      executor.execute(() -> look(event.number()));
    }
  }

  private void look(String number) {
    changed.remove(number);
    try {
      escalating.card(number);
    } catch (RuntimeException failed) {
      LOG.errorf(
          failed, "Card %s could not be looked at after a change; the daily run will", number);
    }
  }

  void stop(@Observes ShutdownEvent event) {
    executor.shutdown();
  }
}

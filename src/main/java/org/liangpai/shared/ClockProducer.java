package org.liangpai.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;

/**
 * Gives the one clock of the service, in Chinese standard time. Tests put a settable one in its
 * place.
 */
@ApplicationScoped
public class ClockProducer {

  /** The time zone of every date in the service. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  @Produces
  @ApplicationScoped
  Clock clock(SimulatedTime simulated) {
    return new Present(simulated, ofTheMachine());
  }

  /** The clock of a command that runs without the service. */
  public static Clock ofTheMachine() {
    return Clock.system(ZONE);
  }

  /** The system's time, unless another one was told on the thread. */
  private static final class Present extends Clock {

    private final SimulatedTime simulated;
    private final Clock system;

    Present(SimulatedTime simulated, Clock system) {
      this.simulated = simulated;
      this.system = system;
    }

    @Override
    public Instant instant() {
      return simulated.now().orElseGet(system::instant);
    }

    @Override
    public ZoneId getZone() {
      return system.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return new Present(simulated, system.withZone(zone));
    }
  }
}

package org.liangpai.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.time.Clock;
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
  Clock clock() {
    return Clock.system(ZONE);
  }
}

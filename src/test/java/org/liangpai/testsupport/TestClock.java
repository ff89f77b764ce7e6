package org.liangpai.testsupport;

import io.quarkus.test.Mock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.liangpai.shared.ClockProducer;
import org.liangpai.shared.SimulatedTime;

/** The clock of the service under test: it stands still until a test moves it. */
@Mock
@ApplicationScoped
public class TestClock extends Clock {

  /** Monday 2026-11-09, nine in the morning. */
  public static final Instant START = Instant.parse("2026-11-09T01:00:00Z");

  @Inject SimulatedTime simulated;

  private volatile Instant now = START;

  /** Nine in the morning of this day. */
  public void set(LocalDate day) {
    set(day.atTime(LocalTime.of(9, 0)).atZone(ClockProducer.ZONE).toInstant());
  }

  /** Exactly this instant. */
  public void set(Instant instant) {
    now = instant;
  }

  /** Back to {@link #START}. */
  public void reset() {
    now = START;
  }

  @Override
  public Instant instant() {
    return simulated.now().orElse(now);
  }

  @Override
  public ZoneId getZone() {
    return ClockProducer.ZONE;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}

package org.liangpai.shared;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/**
 * Another time than the present on one thread, for the artificial history of the sample city: what
 * is done by the services of the product is then done on that day. Everybody else lives in the
 * present.
 */
@Singleton
public class SimulatedTime {

  private final ThreadLocal<Instant> told = new ThreadLocal<>();

  /** Does work as if it were that time. */
  public void at(Instant instant, Runnable work) {
    Instant before = told.get();
    told.set(instant);
    try {
      work.run();
    } finally {
      if (before == null) {
        told.remove();
      } else {
        told.set(before);
      }
    }
  }

  /** The time that was told on this thread, if one was. */
  public Optional<Instant> now() {
    return Optional.ofNullable(told.get());
  }

  /** The work as it is to be done on another thread: at the time that it is on this one. */
  public Runnable carried(Runnable work) {
    Instant instant = told.get();
    return instant == null ? work : () -> at(instant, work);
  }
}

package org.liangpai.notice;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import jakarta.inject.Singleton;
import java.util.function.ToLongFunction;
import org.liangpai.security.CurrentViewer;

/** How the outbox stands, for monitoring. */
@Singleton
class OutboxMetrics implements MeterBinder {

  private final WatchingOutbox outbox;
  private final CurrentViewer viewer;

  OutboxMetrics(WatchingOutbox outbox, CurrentViewer viewer) {
    this.outbox = outbox;
    this.viewer = viewer;
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    add(registry, "liangpai.outbox.waiting", "Messages to be sent", OutboxStanding::waiting);
    add(registry, "liangpai.outbox.dead", "Messages given up", OutboxStanding::dead);
    add(
        registry,
        "liangpai.outbox.lag.seconds",
        "Age of the oldest message to be sent",
        OutboxStanding::lagSeconds);
  }

  private void add(
      MeterRegistry registry, String name, String text, ToLongFunction<OutboxStanding> figure) {
    Gauge.builder(name, () -> figure.applyAsLong(viewer.asService(() -> outbox.standing())))
        .description(text)
        .register(registry);
  }
}

package org.liangpai.shared.web;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.liangpai.shared.StatusProblem;

/** Lets requests end that are under way when the service is told to stop, and takes no more. */
@ApplicationScoped
class GracefulStop {

  private static final Logger LOG = Logger.getLogger(GracefulStop.class);

  /** Before anything answers. */
  private static final int FIRST = 30_000;

  private static final long LOOK_MILLIS = 50;
  private static final int UNAVAILABLE = 503;

  private final Duration longest;
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean stopping;

  GracefulStop(
      @ConfigProperty(name = "liangpai.stop-wait", defaultValue = "30s") Duration longest) {
    this.longest = longest;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, FIRST);
  }

  void pass(RoutingContext routing) {
    // Counted before it is looked: a stop that begins in between waits for it.
    underWay.incrementAndGet();
    routing.addEndHandler(ended -> underWay.decrementAndGet());
    if (stopping) {
      routing.response().putHeader(HttpHeaders.CONNECTION, "close");
      BareAnswer.give(routing, StatusProblem.of(UNAVAILABLE));
    } else {
      routing.next();
    }
  }

  void stop(@Observes ShutdownDelayInitiatedEvent event) throws InterruptedException {
    stopping = true;
    long looks = longest.toMillis() / LOOK_MILLIS;
    for (long look = 0; underWay.get() > 0 && look < looks; look++) {
      Thread.sleep(LOOK_MILLIS);
    }
    if (underWay.get() > 0) {
      LOG.warnf("%d个请求在%d秒内没有结束，停止服务时将被中断", underWay.get(), longest.toSeconds());
    }
  }
}

package org.liangpai.shared.web;

import io.netty.channel.Channel;
import io.netty.channel.ChannelPipeline;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.net.impl.ConnectionBase;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Closes connections on which a body has stopped to come, or the next request does not. How long an
 * answer takes is no matter.
 */
@ApplicationScoped
class SlowConnections {

  /** As soon as a request is there. */
  private static final int FIRST = 40_000;

  private final Vertx vertx;
  private final Duration body;
  private final Duration next;
  private final AtomicLong requests = new AtomicLong();
  private final Map<HttpConnection, Long> latest = new ConcurrentHashMap<>();

  SlowConnections(
      Vertx vertx,
      @ConfigProperty(name = "liangpai.connection.body", defaultValue = "30s") Duration body,
      @ConfigProperty(name = "liangpai.connection.next-request", defaultValue = "75s")
          Duration next) {
    this.vertx = vertx;
    this.body = body;
    this.next = next;
  }

  void register(@Observes Filters filters) {
    filters.register(this::watch, FIRST);
  }

  void watch(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (request.connection() instanceof ConnectionBase connection) {
      liftDeadline(connection.channel().pipeline());
      // A connection of HTTP/2 carries many requests side by side.
      if (request.version() != HttpVersion.HTTP_2) {
        watchBody(routing, connection.channel());
        watchNext(routing, request.connection());
      }
    }
    routing.next();
  }

  private static void liftDeadline(ChannelPipeline pipeline) {
    if (pipeline.get(FirstRequestDeadline.class) != null) {
      pipeline.remove(FirstRequestDeadline.class);
    }
  }

  private static boolean hasBody(HttpServerRequest request) {
    String length = request.getHeader(HttpHeaders.CONTENT_LENGTH);
    return request.headers().contains(HttpHeaders.TRANSFER_ENCODING)
        || length != null && !length.equals("0");
  }

  private void watchBody(RoutingContext routing, Channel channel) {
    HttpServerRequest request = routing.request();
    BodyPace pace = BodyPace.of(channel.pipeline(), hasBody(request));
    if (!hasBody(request)) {
      return;
    }
    long looking =
        vertx.setPeriodic(
            body.toMillis(),
            timer -> {
              if (pace.isWhole() || request.isEnded()) {
                vertx.cancelTimer(timer);
              } else if (!pace.hasMoved() && channel.config().isAutoRead()) {
                // While the service does not read, nothing can come.
                channel.close();
              }
            });
    routing.addEndHandler(ended -> vertx.cancelTimer(looking));
  }

  private void watchNext(RoutingContext routing, HttpConnection connection) {
    long number = requests.incrementAndGet();
    latest.put(connection, number);
    routing.addEndHandler(
        ended ->
            vertx.setTimer(
                next.toMillis(),
                timer -> {
                  if (latest.remove(connection, number)) {
                    connection.close();
                  }
                }));
  }
}

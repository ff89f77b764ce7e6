package org.liangpai.intake.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Set;
import org.liangpai.shared.LargeRoute;
import org.liangpai.shared.Problem;
import org.liangpai.shared.RequestPath;

/**
 * Only an import may be as large as the service takes at all: it goes to a file, as do the files of
 * other features up to their own limit. Every other body is read into memory, and kept far smaller.
 */
@ApplicationScoped
class LargeBodies {

  static final long LARGEST_OTHER = 4L << 20;

  private static final Set<String> IMPORTS = Set.of("/api/imports", "/import");
  private static final int TOO_LARGE = 413;

  /** After the limit of every body is known, and before anything reads one. */
  private static final int LAST = 1;

  private final List<LargeRoute> others;

  LargeBodies(@All List<LargeRoute> others) {
    this.others = others;
  }

  void register(@Observes Filters filters) {
    filters.register(this::limit, LAST);
  }

  private void limit(RoutingContext routing) {
    String length = routing.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
    if (IMPORTS.contains(RequestPath.of(routing))) {
      routing.next();
      return;
    }
    long largest = largest(routing);
    if (length == null) {
      routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, largest);
      routing.next();
    } else if (Long.parseLong(length) <= largest) {
      routing.next();
    } else {
      refuse(routing, largest);
    }
  }

  private long largest(RoutingContext routing) {
    String type = routing.request().getHeader(HttpHeaderNames.CONTENT_TYPE);
    return others.stream()
        .filter(route -> route.takes(RequestPath.of(routing), type))
        .mapToLong(LargeRoute::largest)
        .findFirst()
        .orElse(LARGEST_OTHER);
  }

  private static void refuse(RoutingContext routing, long largest) {
    Problem problem =
        Problem.of(TOO_LARGE, "http-" + TOO_LARGE, "请求正文过大", "请求正文不能超过" + (largest >> 20) + "MB");
    routing
        .response()
        .setStatusCode(TOO_LARGE)
        .putHeader(HttpHeaderNames.CONTENT_TYPE, Problem.MEDIA_TYPE)
        .putHeader(HttpHeaderNames.CONNECTION, "close")
        .end(Json.encodeToBuffer(problem))
        // What was announced would still have to be read.
        .onComplete(answered -> routing.request().connection().close());
  }
}

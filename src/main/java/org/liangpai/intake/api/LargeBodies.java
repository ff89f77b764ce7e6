package org.liangpai.intake.api;

import io.netty.handler.codec.http.HttpHeaderNames;
import io.quarkus.vertx.http.runtime.VertxHttpRecorder;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.json.Json;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import org.liangpai.shared.Problem;

/**
 * Only an import may be as large as the service takes at all: it goes to a file. Every other body
 * is read into memory, and kept far smaller.
 */
@ApplicationScoped
class LargeBodies {

  static final long LARGEST_OTHER = 4L << 20;

  private static final Set<String> IMPORTS = Set.of("/api/imports", "/import");
  private static final int TOO_LARGE = 413;

  /** After the limit of every body is known, and before anything reads one. */
  private static final int LAST = 1;

  void register(@Observes Filters filters) {
    filters.register(LargeBodies::limit, LAST);
  }

  private static void limit(RoutingContext routing) {
    String length = routing.request().getHeader(HttpHeaderNames.CONTENT_LENGTH);
    if (IMPORTS.contains(routing.normalizedPath())) {
      routing.next();
    } else if (length == null) {
      routing.put(VertxHttpRecorder.MAX_REQUEST_SIZE_KEY, LARGEST_OTHER);
      routing.next();
    } else if (Long.parseLong(length) <= LARGEST_OTHER) {
      routing.next();
    } else {
      refuse(routing);
    }
  }

  private static void refuse(RoutingContext routing) {
    Problem problem =
        Problem.of(
            TOO_LARGE, "http-" + TOO_LARGE, "请求正文过大", "请求正文不能超过" + (LARGEST_OTHER >> 20) + "MB");
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

package org.liangpai.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.OptionalInt;
import org.liangpai.shared.RequestPath;
import org.liangpai.shared.StatusProblem;

/**
 * Tells of an address that cannot be read or is too long, and of headers that are too large. The
 * server would refuse them by a bare status, so it leaves them to us up to larger limits of its
 * own.
 */
@ApplicationScoped
class ReadableRequests {

  private static final int LONGEST_ADDRESS = 4_096;
  private static final int LARGEST_HEADERS = 20 * 1_024;

  /** Before the headers of every answer, which are chosen by the address. */
  private static final int EARLY = 25_000;

  void register(@Observes Filters filters) {
    filters.register(ReadableRequests::read, EARLY);
  }

  private static void read(RoutingContext routing) {
    OptionalInt refused = refusal(RequestPath.asWritten(routing), routing.request());
    if (refused.isPresent()) {
      BareAnswer.give(routing, StatusProblem.of(refused.getAsInt()));
    } else {
      routing.next();
    }
  }

  private static OptionalInt refusal(String address, HttpServerRequest request) {
    if (address.length() > LONGEST_ADDRESS) {
      return OptionalInt.of(414);
    }
    int headers =
        request.headers().entries().stream()
            .mapToInt(header -> header.getKey().length() + header.getValue().length())
            .sum();
    if (headers > LARGEST_HEADERS) {
      return OptionalInt.of(431);
    }
    return isReadable(address) ? OptionalInt.empty() : OptionalInt.of(400);
  }

  private static boolean isReadable(String address) {
    try {
      new URI(address);
      return true;
    } catch (URISyntaxException unreadable) {
      return false;
    }
  }
}

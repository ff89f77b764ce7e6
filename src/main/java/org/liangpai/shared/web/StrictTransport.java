package org.liangpai.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells a browser that came by TLS, here or to a proxy in front, to come by nothing else for a
 * year. Who came without it is told nothing: there may be no TLS at all.
 */
@ApplicationScoped
class StrictTransport {

  /** Before anything answers. */
  private static final int FIRST = 20_000;

  void register(@Observes Filters filters) {
    filters.register(StrictTransport::tell, FIRST);
  }

  private static void tell(RoutingContext routing) {
    if (routing.request().isSSL()) {
      routing
          .response()
          .putHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    routing.next();
  }
}

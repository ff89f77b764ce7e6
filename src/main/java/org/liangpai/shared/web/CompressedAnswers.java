package org.liangpai.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Leaves answers uncompressed that another site made a browser ask for: from the length of a
 * compressed page, with guesses of its own in the address, it could learn what else stands there.
 */
@ApplicationScoped
class CompressedAnswers {

  private static final int FIRST = 15_000;
  private static final Set<String> OTHERS = Set.of("cross-site", "same-site");

  void register(@Observes Filters filters) {
    filters.register(CompressedAnswers::guard, FIRST);
  }

  private static void guard(RoutingContext routing) {
    String site = routing.request().getHeader("Sec-Fetch-Site");
    if (site != null && OTHERS.contains(site)) {
      routing.addHeadersEndHandler(
          done -> routing.response().putHeader(HttpHeaders.CONTENT_ENCODING, HttpHeaders.IDENTITY));
    }
    routing.next();
  }
}

package org.liangpai.shared.web;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Set;

/**
 * Programs that use the API have no page from which to take a token, and need none: what changes
 * something there is never done on the strength of a cookie, which a foreign page could make a
 * browser send. So the cookies of such a request are taken away, and it passes the check of tokens.
 */
@ApplicationScoped
class TokenlessApi {

  private static final String API = "/api/";
  private static final Set<HttpMethod> SAFE =
      Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

  /** Before anybody is signed in by a cookie. */
  private static final int FIRST = 10_000;

  /** The check asks only that both are equal, and of this length. */
  private static final String BOTH = "AAAAAAAAAAAAAAAAAAAAAA";

  private final CsrfTokenParameterProvider names;

  TokenlessApi(CsrfTokenParameterProvider names) {
    this.names = names;
  }

  void register(@Observes Filters filters) {
    filters.register(this::pass, FIRST);
  }

  private void pass(RoutingContext routing) {
    HttpServerRequest request = routing.request();
    if (routing.normalizedPath().startsWith(API)) {
      if (!SAFE.contains(request.method())) {
        request.headers().set(HttpHeaders.COOKIE, names.getCookieName() + "=" + BOTH);
        request.headers().set(names.getHeaderName(), BOTH);
      }
      routing.addHeadersEndHandler(
          done -> routing.response().removeCookie(names.getCookieName(), false));
    }
    routing.next();
  }
}

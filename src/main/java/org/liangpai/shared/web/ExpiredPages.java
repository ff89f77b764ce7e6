package org.liangpai.shared.web;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerResponseContext;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.liangpai.shared.Problem;

/** Gives words to the bare refusal of a form whose token is missing, wrong or too old. */
class ExpiredPages {

  private static final int BAD_REQUEST = 400;

  private final CsrfTokenParameterProvider names;

  ExpiredPages(CsrfTokenParameterProvider names) {
    this.names = names;
  }

  @ServerResponseFilter(priority = Priorities.USER + 1)
  void explain(ContainerResponseContext response, RoutingContext routing) {
    if (response.getStatus() == BAD_REQUEST && !response.hasEntity()) {
      // A token that cannot be read would otherwise be refused for as long as the browser keeps it.
      routing.response().removeCookie(names.getCookieName());
      response.setEntity(Problem.of(BAD_REQUEST, "page-expired", "页面已过期", "页面已过期，请刷新后再试"));
    }
  }
}

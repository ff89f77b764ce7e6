package org.liangpai.shared.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.liangpai.shared.Problem;
import org.liangpai.shared.StatusProblem;

/** A problem told to a request that never came as far as a route. */
final class BareAnswer {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int UNAVAILABLE = 503;

  private BareAnswer() {}

  static void give(RoutingContext routing, Problem problem) {
    String accept = routing.request().getHeader(HttpHeaders.ACCEPT);
    boolean isForPage = accept != null && accept.contains("text/html");
    HttpServerResponse response = routing.response().setStatusCode(problem.status());
    if (problem.status() == UNAVAILABLE) {
      response.putHeader("Retry-After", StatusProblem.RETRY_SECONDS);
    }
    response
        .putHeader(
            HttpHeaders.CONTENT_TYPE, isForPage ? "text/html;charset=UTF-8" : Problem.MEDIA_TYPE)
        .end(isForPage ? BarePage.of(problem) : json(problem));
  }

  private static String json(Problem problem) {
    try {
      return JSON.writeValueAsString(problem);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}

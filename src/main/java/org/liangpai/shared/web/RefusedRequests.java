package org.liangpai.shared.web;

import io.quarkus.security.AuthenticationException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.ext.web.handler.HttpException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jboss.logging.Logger;
import org.liangpai.shared.DatabaseAway;
import org.liangpai.shared.Problem;
import org.liangpai.shared.StatusProblem;

/** Gives words to what the server refuses by itself, before any route is asked. */
@ApplicationScoped
class RefusedRequests {

  private static final Logger LOG = Logger.getLogger(RefusedRequests.class);
  private static final int BEFORE_ALL = -40_000;

  /** Refused where not even the address could be read, so that no route is asked. */
  private static final List<Integer> UNROUTED = List.of(400, 404, 405, 413, 414, 431, 500);

  void register(@Observes Router router) {
    router.route().order(BEFORE_ALL).failureHandler(RefusedRequests::explain);
    UNROUTED.forEach(status -> router.errorHandler(status, RefusedRequests::answer));
  }

  private static void explain(RoutingContext routing) {
    Throwable failure = routing.failure();
    if (failure instanceof AuthenticationException
        || failure instanceof UnauthorizedException
        || failure instanceof ForbiddenException) {
      routing.next();
    } else {
      answer(routing);
    }
  }

  private static void answer(RoutingContext routing) {
    if (routing.response().headWritten()) {
      routing.response().reset();
    } else {
      BareAnswer.give(routing, problem(routing));
    }
  }

  private static Problem problem(RoutingContext routing) {
    Throwable failure = routing.failure();
    if (DatabaseAway.isBehind(failure)) {
      return StatusProblem.databaseAway();
    }
    if (failure instanceof RejectedExecutionException) {
      return StatusProblem.of(503);
    }
    int status = status(routing.statusCode(), failure);
    if (status != 500) {
      return StatusProblem.of(status);
    }
    String id = UUID.randomUUID().toString();
    LOG.errorf(failure, "Fault %s", id);
    return Problem.of(500, "internal", "服务内部出错", "请把编号 " + id + " 告诉维护人员");
  }

  private static int status(int told, Throwable failure) {
    if (failure instanceof HttpException refused) {
      return refused.getStatusCode();
    }
    if (failure instanceof IllegalArgumentException) {
      return 400;
    }
    return told > 0 ? told : 500;
  }
}

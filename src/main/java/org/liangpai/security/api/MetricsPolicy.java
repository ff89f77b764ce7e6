package org.liangpai.security.api;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.HttpSecurityPolicy;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import org.liangpai.security.Permissions;
import org.liangpai.security.Viewer;

/** Shows the figures of the running service to whoever may read them; they are no route of ours. */
@ApplicationScoped
class MetricsPolicy implements HttpSecurityPolicy {

  @Override
  public String name() {
    return "metrics";
  }

  @Override
  public Uni<CheckResult> checkPermission(
      RoutingContext request,
      Uni<SecurityIdentity> identity,
      AuthorizationRequestContext requestContext) {
    return identity.map(
        found ->
            Viewer.of(found).may(Permissions.READ_METRICS) ? CheckResult.PERMIT : CheckResult.DENY);
  }
}

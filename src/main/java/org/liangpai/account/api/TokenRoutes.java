package org.liangpai.account.api;

import io.quarkus.security.PermissionsAllowed;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.liangpai.account.SignInRefused;
import org.liangpai.account.SignedIn;

/**
 * Keeps access tokens from what is done in person, which is every change on a route that asks for
 * no permission, and tokens that were made for reading from every change.
 */
class TokenRoutes {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  private final RouteRefusals refusals;

  TokenRoutes(RouteRefusals refusals) {
    this.refusals = refusals;
  }

  @ServerRequestFilter
  Uni<Void> check(ContainerRequestContext request, ResourceInfo route) {
    return SAFE.contains(request.getMethod())
        ? Uni.createFrom().voidItem()
        : refusals.check(route, signedIn -> refused(signedIn, route));
  }

  private static Optional<SignInRefused> refused(SignedIn signedIn, ResourceInfo route) {
    if (!signedIn.byToken()) {
      return Optional.empty();
    }
    if (!asksForPermission(route)) {
      return Optional.of(SignInRefused.tokenNotEnough());
    }
    return signedIn.viewer().reach().readsOnly()
        ? Optional.of(SignInRefused.tokenReadsOnly())
        : Optional.empty();
  }

  private static boolean asksForPermission(ResourceInfo route) {
    return route.getResourceMethod().isAnnotationPresent(PermissionsAllowed.class)
        || route.getResourceClass().isAnnotationPresent(PermissionsAllowed.class);
  }
}

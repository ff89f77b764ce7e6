package org.liangpai.account.api;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
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

  private final CurrentIdentityAssociation identities;

  TokenRoutes(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  @ServerRequestFilter
  Uni<Void> check(ContainerRequestContext request, ResourceInfo route) {
    if (SAFE.contains(request.getMethod())
        || route.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
      return Uni.createFrom().voidItem();
    }
    return identities
        .getDeferredIdentity()
        .chain(
            identity -> {
              Optional<SignInRefused> refused = refused(identity, route);
              return refused.isPresent()
                  ? Uni.createFrom().failure(refused.get())
                  : Uni.createFrom().voidItem();
            });
  }

  private static Optional<SignInRefused> refused(SecurityIdentity identity, ResourceInfo route) {
    SignedIn signedIn = identity.getAttribute(SignedIn.class.getName());
    if (signedIn == null || !signedIn.byToken()) {
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

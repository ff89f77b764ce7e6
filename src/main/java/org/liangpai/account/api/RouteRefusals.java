package org.liangpai.account.api;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.Optional;
import java.util.function.Function;
import org.liangpai.account.SignInRefused;
import org.liangpai.account.SignedIn;

/** Refuses routes to people who are signed in; what is open to everybody stays so. */
@ApplicationScoped
class RouteRefusals {

  private static final Uni<Void> LET_IN = Uni.createFrom().voidItem();

  private final CurrentIdentityAssociation identities;

  RouteRefusals(CurrentIdentityAssociation identities) {
    this.identities = identities;
  }

  /** Lets the request go on unless whoever is signed in is refused. */
  Uni<Void> check(ResourceInfo route, Function<SignedIn, Optional<SignInRefused>> refusal) {
    if (route.getResourceMethod().isAnnotationPresent(PermitAll.class)) {
      return LET_IN;
    }
    return identities
        .getDeferredIdentity()
        .chain(
            identity ->
                Optional.<SignedIn>ofNullable(identity.getAttribute(SignedIn.class.getName()))
                    .flatMap(refusal)
                    .map(refused -> Uni.createFrom().<Void>failure(refused))
                    .orElse(LET_IN));
  }
}

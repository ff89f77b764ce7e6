package org.liangpai.account.api;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ResourceInfo;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.liangpai.account.OpenWhile;
import org.liangpai.account.SignInRefused;
import org.liangpai.account.SignedIn;

/**
 * Lets whoever has something to do first do that and nothing else: without a post they hold no
 * permission, but the routes of one's own ask for none.
 */
class PendingFirst {

  private final RouteRefusals refusals;

  PendingFirst(RouteRefusals refusals) {
    this.refusals = refusals;
  }

  @ServerRequestFilter
  Uni<Void> check(ResourceInfo route) {
    return refusals.check(route, signedIn -> refused(signedIn, route));
  }

  private static Optional<SignInRefused> refused(SignedIn signedIn, ResourceInfo route) {
    if (signedIn.pending() == null) {
      return Optional.empty();
    }
    boolean isOpen =
        annotation(route, OpenWhile.class)
            .filter(open -> Set.of(open.value()).contains(signedIn.pending()))
            .isPresent();
    return isOpen ? Optional.empty() : Optional.of(SignInRefused.pending(signedIn.pending()));
  }

  private static <A extends Annotation> Optional<A> annotation(ResourceInfo route, Class<A> type) {
    A onMethod = route.getResourceMethod().getAnnotation(type);
    return Optional.ofNullable(
        onMethod == null ? route.getResourceClass().getAnnotation(type) : onMethod);
  }
}

package org.liangpai.security.api;

import io.quarkus.security.PermissionsAllowed;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.container.ResourceInfo;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.liangpai.security.RequestViewer;
import org.liangpai.security.Viewer;

/** Narrows a request to where its viewer has the permission that the route asks for. */
class ScopeFilter {

  private final CurrentIdentityAssociation identities;
  private final RequestViewer request;

  ScopeFilter(CurrentIdentityAssociation identities, RequestViewer request) {
    this.identities = identities;
    this.request = request;
  }

  @ServerRequestFilter
  Uni<Void> narrow(ResourceInfo route) {
    List<String> permissions = permissions(route);
    return identities
        .getDeferredIdentity()
        .invoke(identity -> request.enter(Viewer.of(identity), permissions))
        .replaceWithVoid();
  }

  private static List<String> permissions(ResourceInfo route) {
    PermissionsAllowed asked = route.getResourceMethod().getAnnotation(PermissionsAllowed.class);
    if (asked == null) {
      asked = route.getResourceClass().getAnnotation(PermissionsAllowed.class);
    }
    return asked == null ? List.of() : List.of(asked.value());
  }
}

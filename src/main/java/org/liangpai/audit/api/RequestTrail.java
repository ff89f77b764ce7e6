package org.liangpai.audit.api;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.security.identity.SecurityIdentity;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.liangpai.audit.Act;
import org.liangpai.audit.Auditing;
import org.liangpai.audit.Entry;
import org.liangpai.audit.ObjectKind;
import org.liangpai.audit.ReadsJudgements;
import org.liangpai.audit.ReadsNames;
import org.liangpai.security.Viewer;
import org.liangpai.shared.NotFound;

/**
 * Writes down, before it is answered, who was refused, who asked for what is not theirs to see, and
 * who read names, findings, cards or cases.
 */
class RequestTrail {

  private static final int OK = 200;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int LONGEST = 500;

  private final Auditing auditing;
  private final CurrentIdentityAssociation identities;

  RequestTrail(Auditing auditing, CurrentIdentityAssociation identities) {
    this.auditing = auditing;
    this.identities = identities;
  }

  @ServerResponseFilter
  Uni<Void> write(
      ContainerRequestContext request,
      ContainerResponseContext response,
      ResourceInfo route,
      HttpServerRequest http,
      Throwable thrown) {
    Optional<Entry> entry = entry(request, response.getStatus(), route, thrown);
    if (entry.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    // Refusals are answered on a thread that must not wait for the database.
    return identities
        .getDeferredIdentity()
        .map(identity -> viewer(identity, http))
        .onFailure()
        .recoverWithItem(() -> nobody(http))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .invoke(viewer -> auditing.record(viewer, entry.get()))
        .replaceWithVoid();
  }

  private static Optional<Entry> entry(
      ContainerRequestContext request, int status, ResourceInfo route, Throwable thrown) {
    UriInfo address = request.getUriInfo();
    if (status == FORBIDDEN || status == UNAUTHORIZED && hasCredentials(request)) {
      return Optional.of(
          Entry.of(Act.ACCESS_REFUSED, ObjectKind.ROUTE, request.getMethod() + " " + path(address))
              .now(Map.of("status", status)));
    }
    if (thrown instanceof NotFound) {
      return Optional.of(
          Entry.of(Act.NOT_SHOWN, ObjectKind.ROUTE, request.getMethod() + " " + path(address))
              .because(thrown.getMessage()));
    }
    return status == OK ? read(address, route) : Optional.empty();
  }

  /** One row a request, however much it reads. */
  private static Optional<Entry> read(UriInfo address, ResourceInfo route) {
    if (route == null || route.getResourceMethod() == null) {
      return Optional.empty();
    }
    ReadsNames names = route.getResourceMethod().getAnnotation(ReadsNames.class);
    ReadsJudgements judgements = route.getResourceMethod().getAnnotation(ReadsJudgements.class);
    Optional<Entry> entry =
        names != null
            ? Optional.of(Entry.of(Act.NAMES_READ, names.value(), object(address)))
            : Optional.ofNullable(judgements)
                .map(read -> Entry.of(Act.JUDGEMENTS_READ, read.value(), object(address)));
    return entry.map(one -> one.now(Map.of("route", path(address))));
  }

  private static boolean hasCredentials(ContainerRequestContext request) {
    return request.getHeaders().containsKey(HttpHeaders.AUTHORIZATION);
  }

  private static String path(UriInfo address) {
    String query = address.getRequestUri().getQuery();
    String path = address.getPath() + (query == null ? "" : "?" + query);
    return path.substring(0, Math.min(LONGEST, path.length()));
  }

  /** The keys in the address, or that it was a list. */
  private static String object(UriInfo address) {
    MultivaluedMap<String, String> keys = address.getPathParameters();
    return keys.isEmpty()
        ? "列表"
        : keys.values().stream().flatMap(List::stream).collect(Collectors.joining(" "));
  }

  private static Viewer viewer(SecurityIdentity identity, HttpServerRequest http) {
    Viewer viewer = Viewer.of(identity);
    return viewer.isNobody() ? nobody(http) : viewer;
  }

  private static Viewer nobody(HttpServerRequest http) {
    SocketAddress remote = http.remoteAddress();
    return new Viewer("", List.of(), remote == null ? null : remote.hostAddress());
  }
}

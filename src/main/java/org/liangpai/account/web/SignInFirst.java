package org.liangpai.account.web;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.liangpai.account.Pending;
import org.liangpai.account.SignedIn;
import org.liangpai.security.KnownIdentity;
import org.liangpai.security.PageViewer;
import org.liangpai.shared.BrowserRequest;
import org.liangpai.shared.LocalPath;
import org.liangpai.shared.RequestPath;

/**
 * Leads whoever is not signed in, or not any more, to the page where they can, and from there back;
 * whoever has something to do first, to where they can do it; and whoever has no overview, from
 * there to the first page of their role.
 */
class SignInFirst {

  private static final String SIGN_IN = "/sign-in";
  private static final int SEE_OTHER = 303;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final Uni<Void> NOTHING = Uni.createFrom().voidItem();

  private final CurrentIdentityAssociation identities;
  private final PageViewer viewer;
  private final InterruptedForms interrupted;

  SignInFirst(
      CurrentIdentityAssociation identities, PageViewer viewer, InterruptedForms interrupted) {
    this.identities = identities;
    this.viewer = viewer;
    this.interrupted = interrupted;
  }

  @ServerResponseFilter(priority = Priorities.USER + 1)
  Uni<Void> lead(
      ContainerRequestContext request, ContainerResponseContext response, RoutingContext routing) {
    String path = RequestPath.of(request.getUriInfo().getPath());
    boolean isScripted = BrowserRequest.isByHtmx(request);
    if (RequestPath.isApi(path)
        || path.startsWith(SIGN_IN)
        || !isScripted && !BrowserRequest.isForPage(request)) {
      return NOTHING;
    }
    if (response.getStatus() == UNAUTHORIZED) {
      Optional<String> shown = shown(request, isScripted);
      return interrupted
          .keep(request, routing.request(), shown.orElse("/"))
          .invoke(kept -> lead(response, signIn(shown, kept), isScripted))
          .replaceWithVoid();
    }
    if (response.getStatus() == FORBIDDEN) {
      first(path).ifPresent(to -> lead(response, to, isScripted));
    }
    return NOTHING;
  }

  private Optional<String> first(String path) {
    Optional<Pending> pending = pending();
    if (pending.isPresent()) {
      return pending.map(
          one -> one == Pending.CHANGE_PASSWORD ? "/account" : "/account/second-factor");
    }
    return path.equals("/") && viewer.isSignedIn() ? Optional.of(viewer.home()) : Optional.empty();
  }

  private Optional<Pending> pending() {
    return KnownIdentity.of(identities)
        .map(one -> one.<SignedIn>getAttribute(SignedIn.class.getName()))
        .map(SignedIn::pending);
  }

  /** The page that is shown: what was to be done there is not done again by itself. */
  private static Optional<String> shown(ContainerRequestContext request, boolean isScripted) {
    if (isScripted) {
      return LocalPath.shownBy(request.getHeaderString("HX-Current-URL"));
    }
    return request.getMethod().equals("GET")
        ? LocalPath.shownBy(request.getUriInfo().getRequestUri().toString())
        : LocalPath.shownBy(request.getHeaderString("Referer"));
  }

  private static String signIn(Optional<String> shown, boolean kept) {
    String to =
        shown
            .filter(page -> !page.equals("/"))
            .map(page -> "to=" + URLEncoder.encode(page, StandardCharsets.UTF_8))
            .orElse("");
    String told = kept ? (to.isEmpty() ? "" : "&") + "kept=1" : "";
    return to.isEmpty() && told.isEmpty() ? SIGN_IN : SIGN_IN + "?" + to + told;
  }

  private static void lead(ContainerResponseContext response, String to, boolean isScripted) {
    response.setEntity(null);
    response.getHeaders().remove(HttpHeaders.CONTENT_TYPE);
    if (isScripted) {
      response.setStatus(UNAUTHORIZED);
      response.getHeaders().putSingle("HX-Redirect", to);
    } else {
      response.setStatus(SEE_OTHER);
      response.getHeaders().putSingle(HttpHeaders.LOCATION, URI.create(to));
    }
  }
}

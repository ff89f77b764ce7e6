package org.liangpai.account.web;

import io.quarkus.security.identity.CurrentIdentityAssociation;
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

  private final CurrentIdentityAssociation identities;
  private final PageViewer viewer;

  SignInFirst(CurrentIdentityAssociation identities, PageViewer viewer) {
    this.identities = identities;
    this.viewer = viewer;
  }

  @ServerResponseFilter(priority = Priorities.USER + 1)
  void lead(ContainerRequestContext request, ContainerResponseContext response) {
    String path = RequestPath.of(request.getUriInfo().getPath());
    boolean isScripted = BrowserRequest.isByHtmx(request);
    if (RequestPath.isApi(path)
        || path.startsWith(SIGN_IN)
        || !isScripted && !BrowserRequest.isForPage(request)) {
      return;
    }
    if (response.getStatus() == UNAUTHORIZED) {
      lead(response, signIn(request, isScripted), isScripted);
    } else if (response.getStatus() == FORBIDDEN) {
      first(path).ifPresent(to -> lead(response, to, isScripted));
    }
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

  /** Back to the page that is shown: what was to be done there is not done again by itself. */
  private static String signIn(ContainerRequestContext request, boolean isScripted) {
    Optional<String> shown;
    if (isScripted) {
      shown = LocalPath.shownBy(request.getHeaderString("HX-Current-URL"));
    } else if (request.getMethod().equals("GET")) {
      shown = LocalPath.shownBy(request.getUriInfo().getRequestUri().toString());
    } else {
      shown = LocalPath.shownBy(request.getHeaderString("Referer"));
    }
    return shown
        .filter(to -> !to.equals("/"))
        .map(to -> SIGN_IN + "?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8))
        .orElse(SIGN_IN);
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

package org.liangpai.shared.web;

import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.WithFormRead;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.liangpai.shared.PageToken;
import org.liangpai.shared.Problem;
import org.liangpai.shared.RequestPath;

/**
 * Takes on pages only the forms of this service. Programs that use the API have no page from which
 * to take a token, and need none: what changes something there is never done on the strength of a
 * cookie.
 */
class OwnForms {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final int BAD_REQUEST = 400;

  private final PageToken token;

  OwnForms(PageToken token) {
    this.token = token;
  }

  @ServerRequestFilter
  @WithFormRead
  Optional<Response> check(
      ResteasyReactiveContainerRequestContext request, RoutingContext routing, ResourceInfo route) {
    boolean isOwn =
        SAFE.contains(request.getMethod())
            || RequestPath.isApi(routing)
            || token.isOwn(given(request), isForAnybody(route));
    return isOwn
        ? Optional.empty()
        : Optional.of(
            Problem.of(BAD_REQUEST, "page-expired", "页面已过期", "页面已过期，请刷新后再试").toResponse());
  }

  private static String given(ResteasyReactiveContainerRequestContext request) {
    String header = request.getHeaderString(PageToken.HEADER);
    return header == null && isForm(request.getMediaType())
        ? (String)
            ((ResteasyReactiveRequestContext) request.getServerRequestContext())
                .getFormParameter(PageToken.FIELD, true, false)
        : header;
  }

  private static boolean isForm(MediaType type) {
    return type != null
        && (MediaType.APPLICATION_FORM_URLENCODED_TYPE.isCompatible(type)
            || MediaType.MULTIPART_FORM_DATA_TYPE.isCompatible(type));
  }

  private static boolean isForAnybody(ResourceInfo route) {
    return route.getResourceMethod().isAnnotationPresent(PermitAll.class);
  }
}

package org.liangpai.shared.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Objects;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;

/**
 * Sends people on by addresses without a host: the one that they came by stands in a header that
 * anybody may have written.
 */
class LocalAddresses {

  @ServerResponseFilter
  void shorten(ContainerRequestContext request, ContainerResponseContext response) {
    Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
    if (location != null) {
      URI to = URI.create(location.toString());
      String here = request.getUriInfo().getBaseUri().getRawAuthority();
      if (to.isAbsolute() && Objects.equals(to.getRawAuthority(), here)) {
        response.getHeaders().putSingle(HttpHeaders.LOCATION, pathOf(to));
      }
    }
  }

  private static URI pathOf(URI address) {
    StringBuilder path =
        new StringBuilder(address.getRawPath().isEmpty() ? "/" : address.getRawPath());
    if (address.getRawQuery() != null) {
      path.append('?').append(address.getRawQuery());
    }
    if (address.getRawFragment() != null) {
      path.append('#').append(address.getRawFragment());
    }
    return URI.create(path.toString());
  }
}

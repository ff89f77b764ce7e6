package org.liangpai.security.api;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.HostAndPort;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.liangpai.shared.AccessRefused;

/**
 * Refuses what changes something at the bidding of another site, whoever is signed in by whatever,
 * and whether anybody is.
 */
class CrossSiteFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @ServerRequestFilter(preMatching = true)
  void refuse(ContainerRequestContext request, HttpServerRequest http) {
    if (!SAFE.contains(request.getMethod())
        && OwnSite.isForeign(
            request.getHeaderString("Sec-Fetch-Site"),
            request.getHeaderString("Origin"),
            host(http),
            http.isSSL())) {
      throw AccessRefused.crossSite();
    }
  }

  private static String host(HttpServerRequest http) {
    HostAndPort at = http.authority();
    return at == null ? null : at.toString();
  }
}

package org.liangpai.security.api;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Set;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.liangpai.shared.AccessRefused;

/** Refuses what changes something at the bidding of another site. */
class CrossSiteFilter {

  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @ServerRequestFilter(preMatching = true)
  void refuse(ContainerRequestContext request) {
    String site = request.getHeaderString("Sec-Fetch-Site");
    if ("cross-site".equals(site) && !SAFE.contains(request.getMethod())) {
      throw AccessRefused.crossSite();
    }
  }
}

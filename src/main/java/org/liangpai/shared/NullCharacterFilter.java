package org.liangpai.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses addresses with the character zero, which no key has and no database column takes. */
class NullCharacterFilter {

  @ServerRequestFilter(preMatching = true)
  void refuse(ContainerRequestContext request) {
    if (request.getUriInfo().getRequestUri().toString().contains("%00")) {
      throw new Invalid("", "地址中含有无效字符");
    }
  }
}

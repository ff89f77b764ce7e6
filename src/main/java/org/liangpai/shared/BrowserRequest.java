package org.liangpai.shared;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;

/** Tells what a browser asks for. */
public final class BrowserRequest {

  private BrowserRequest() {}

  /** Whether a page is asked for. */
  public static boolean isForPage(ContainerRequestContext request) {
    String accept = request.getHeaderString(HttpHeaders.ACCEPT);
    return accept != null && accept.contains("text/html");
  }

  /** Whether htmx asks, for a part of the page that is shown. */
  public static boolean isByHtmx(ContainerRequestContext request) {
    return request.getHeaderString("HX-Request") != null;
  }
}

package org.liangpai.shared;

import io.vertx.core.http.HttpServerRequest;

/**
 * From where a request comes.
 *
 * @param address the network address
 * @param agent what the browser calls itself, or {@code null}
 * @param browser what the browser was given to be known again by, or {@code null}
 */
public record Origin(String address, String agent, String browser) {

  /** From somewhere that is not known again. */
  public Origin(String address, String agent) {
    this(address, agent, null);
  }

  /** From where this one comes. */
  public static Origin of(HttpServerRequest request) {
    return new Origin(
        request.remoteAddress().hostAddress(),
        request.getHeader("User-Agent"),
        ServiceCookie.BROWSER.of(request).orElse(null));
  }
}

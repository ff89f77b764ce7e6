package org.liangpai.shared;

import io.vertx.core.http.HttpServerRequest;

/**
 * From where a request comes.
 *
 * @param address the network address
 * @param agent what the browser calls itself, or {@code null}
 */
public record Origin(String address, String agent) {

  /** From where this one comes. */
  public static Origin of(HttpServerRequest request) {
    return new Origin(request.remoteAddress().hostAddress(), request.getHeader("User-Agent"));
  }
}

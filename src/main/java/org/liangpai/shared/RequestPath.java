package org.liangpai.shared;

import io.vertx.ext.web.RoutingContext;

/**
 * The path of a request as its route is found by it. Whatever decides on a path decides on this one
 * and no other: matrix parameters, encoded letters, dots and double slashes do not change the route
 * that answers, and so must not change the decision.
 */
public final class RequestPath {

  private static final String API = "/api/";

  private RequestPath() {}

  /** Of this request. */
  public static String of(RoutingContext routing) {
    return of(routing.normalizedPath());
  }

  /** The same of a path without dots, double slashes and encoded letters. */
  public static String of(String normalized) {
    return normalized.indexOf(';') < 0 ? normalized : normalized.replaceAll(";[^/]*", "");
  }

  /** Whether a request is one of a program, and not of a page. */
  public static boolean isApi(RoutingContext routing) {
    return isApi(routing.normalizedPath());
  }

  /** The same of a path without dots, double slashes and encoded letters. */
  public static boolean isApi(String normalized) {
    return of(normalized).startsWith(API);
  }

  /** The whole address as it was written: to judge its form, never what it asks for. */
  public static String asWritten(RoutingContext routing) {
    return routing.request().uri();
  }
}

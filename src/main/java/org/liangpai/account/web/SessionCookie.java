package org.liangpai.account.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import org.liangpai.account.Sessions;

/** The cookie by which a browser shows whose session it has; scripts cannot read it. */
final class SessionCookie {

  private SessionCookie() {}

  /** It lasts as long as the browser is open; the service ends the session before. */
  static NewCookie of(String token, HttpServerRequest request) {
    return cookie(token, request).build();
  }

  static NewCookie none(HttpServerRequest request) {
    return cookie("", request).maxAge(0).build();
  }

  private static NewCookie.Builder cookie(String token, HttpServerRequest request) {
    return new NewCookie.Builder(Sessions.COOKIE)
        .value(token)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.LAX)
        .secure(request.isSSL());
  }
}

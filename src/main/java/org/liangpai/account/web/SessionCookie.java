package org.liangpai.account.web;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import org.liangpai.shared.ServiceCookie;

/** The cookie by which a browser shows whose session it has. */
final class SessionCookie {

  private SessionCookie() {}

  /** It lasts as long as the browser is open; the service ends the session before. */
  static NewCookie of(String token, HttpServerRequest request) {
    return ServiceCookie.SESSION.answer(token, request).build();
  }

  static NewCookie none(HttpServerRequest request) {
    return ServiceCookie.SESSION.answer("", request).maxAge(0).build();
  }
}

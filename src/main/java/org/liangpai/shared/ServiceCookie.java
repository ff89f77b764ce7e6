package org.liangpai.shared;

import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.NewCookie;
import java.util.Locale;
import java.util.Optional;

/**
 * The cookies of this service. Behind TLS they bear the prefix by which a browser takes them from
 * this very host alone and over TLS alone, so that nobody plants one from a neighbouring host; on
 * plain HTTP there is no such prefix.
 */
public enum ServiceCookie {
  /** Whose session it is; it comes along when a link in a message is followed. */
  SESSION("liangpai_session", CookieSameSite.LAX),
  /** By what a browser is known again in which somebody signed in. */
  BROWSER("liangpai_browser", CookieSameSite.STRICT),
  /** The token of the forms. */
  PAGE_TOKEN("csrf-token", CookieSameSite.STRICT);

  private static final String HOST_ONLY = "__Host-";

  private final String plainName;
  private final CookieSameSite sameSite;

  ServiceCookie(String plainName, CookieSameSite sameSite) {
    this.plainName = plainName;
    this.sameSite = sameSite;
  }

  /** The name on plain HTTP. */
  public String plainName() {
    return plainName;
  }

  /** The name as this request has it. */
  public String name(HttpServerRequest request) {
    return request.isSSL() ? HOST_ONLY + plainName : plainName;
  }

  /** The value that a request brings; of no other name than the one that fits it. */
  public Optional<String> of(HttpServerRequest request) {
    return Optional.ofNullable(request.getCookie(name(request)))
        .map(Cookie::getValue)
        .filter(value -> !value.isEmpty());
  }

  /** Gives it to the browser for as long as that is open; scripts cannot read it. */
  public void give(String value, HttpServerRequest request) {
    request
        .response()
        .addCookie(
            Cookie.cookie(name(request), value)
                .setPath("/")
                .setHttpOnly(true)
                .setSameSite(sameSite)
                .setSecure(request.isSSL()));
  }

  /** The same for an answer that is being built. */
  public NewCookie.Builder answer(String value, HttpServerRequest request) {
    return new NewCookie.Builder(name(request))
        .value(value)
        .path("/")
        .httpOnly(true)
        .sameSite(NewCookie.SameSite.valueOf(sameSite.name().toUpperCase(Locale.ROOT)))
        .secure(request.isSSL());
  }
}

package org.liangpai.shared;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;
import jakarta.ws.rs.core.NewCookie;
import java.util.Optional;

/**
 * The token by which the service knows its own forms. Of whoever is signed in it is bound to the
 * session; before that to the browser, by a cookie.
 */
@ApplicationScoped
@Named("pageToken")
public class PageToken {

  /** The field of a form that has it. */
  public static final String FIELD = "csrf-token";

  /** The header by which scripts send it. */
  public static final String HEADER = "X-CSRF-TOKEN";

  private static final String OF_THIS_REQUEST = PageToken.class.getName();
  private static final String NO_SESSION = "";

  private final PageTokenKey key;
  private final RoutingContext routing;

  PageToken(PageTokenKey key, RoutingContext routing) {
    this.key = key;
    this.routing = routing;
  }

  /** The name of the field of a form. */
  public String field() {
    return FIELD;
  }

  /** The token of this request: that of the browser, or a new one that the browser is given. */
  public String value() {
    String value = routing.get(OF_THIS_REQUEST);
    if (value == null) {
      HttpServerRequest request = routing.request();
      String session = session(request).orElse(NO_SESSION);
      Optional<String> kept =
          ServiceCookie.PAGE_TOKEN.of(request).filter(one -> key.signature().isOf(session, one));
      value = kept.orElseGet(() -> key.signature().make(session));
      if (kept.isEmpty()) {
        ServiceCookie.PAGE_TOKEN.give(value, request);
      }
      routing.put(OF_THIS_REQUEST, value);
    }
    return value;
  }

  /** The headers that htmx sends with every request, as JSON. */
  public String headers() {
    return "{\"%s\":\"%s\"}".formatted(HEADER, value());
  }

  /** The token of a session that begins with this answer; that of before is no good in it. */
  public NewCookie ofNew(String session, HttpServerRequest request) {
    return ServiceCookie.PAGE_TOKEN.answer(key.signature().make(session), request).build();
  }

  /**
   * Whether a form is one of this service, from a page of the same session.
   *
   * @param given the token that came with it, or {@code null}
   * @param forAnybody whether the route serves whoever has a session like whoever has none: its
   *     page may be older than the session
   */
  public boolean isOwn(String given, boolean forAnybody) {
    if (given == null) {
      return false;
    }
    HttpServerRequest request = routing.request();
    Optional<String> session = session(request);
    return session.isPresent() && key.signature().isOf(session.get(), given)
        || (session.isEmpty() || forAnybody)
            && key.signature().isOf(NO_SESSION, given)
            && ServiceCookie.PAGE_TOKEN.of(request).filter(given::equals).isPresent();
  }

  private static Optional<String> session(HttpServerRequest request) {
    return ServiceCookie.SESSION.of(request);
  }
}

package org.liangpai.shared.web;

import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/** The token by which the service knows its own forms. */
@ApplicationScoped
@Named("pageToken")
public class PageToken {

  private final CsrfTokenParameterProvider request;

  PageToken(CsrfTokenParameterProvider request) {
    this.request = request;
  }

  /** The name of the field of a form. */
  public String field() {
    return request.getParameterName();
  }

  /** The token of this request; empty on a page that was refused before it had one. */
  public String value() {
    try {
      return request.getToken();
    } catch (IllegalStateException refused) {
      return "";
    }
  }

  /** The headers that htmx sends with every request, as JSON. */
  public String headers() {
    return "{\"%s\":\"%s\"}".formatted(request.getHeaderName(), value());
  }
}

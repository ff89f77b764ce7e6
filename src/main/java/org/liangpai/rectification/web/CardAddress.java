package org.liangpai.rectification.web;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;

/** Leads back to the page of a card after an act. */
final class CardAddress {

  private CardAddress() {}

  static Response seen(String number, String line) {
    return Response.seeOther(
            UriBuilder.fromPath("/cards/{number}").fragment("line-{line}").build(number, line))
        .build();
  }

  static Response seen(String number) {
    return Response.seeOther(UriBuilder.fromPath("/cards/{number}").build(number)).build();
  }
}

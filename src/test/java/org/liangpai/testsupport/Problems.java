package org.liangpai.testsupport;

import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;

/** What every refused request must look like. */
public final class Problems {

  private Problems() {}

  /** The answer is a problem document (RFC 9457) of this status, whole and in Chinese. */
  public static ValidatableResponse problem(Response response, int status) {
    return response
        .then()
        .statusCode(status)
        .contentType(startsWith("application/problem+json"))
        .body("type", startsWith("urn:problem:"))
        .body("title", not(blankOrNullString()))
        .body("title.matches('.*[\\\\u4e00-\\\\u9fff].*')", equalTo(true))
        .body("status", equalTo(status))
        .body("detail", not(blankOrNullString()))
        .body("detail.matches('(?s).*[\\\\u4e00-\\\\u9fff].*')", equalTo(true));
  }
}

package org.liangpai.testsupport;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;

/** Forms as a browser sends them: with the token that a page of the service gave it. */
public final class PageForms {

  private static final String TOKEN = "csrf-token";

  private PageForms() {}

  /** A form of a page, without scripts. */
  public static RequestSpecification form() {
    String token = token();
    return given()
        .accept("text/html")
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .redirects()
        .follow(false)
        .cookie(TOKEN, token)
        .formParam(TOKEN, token);
  }

  /** A form with files. */
  public static RequestSpecification upload() {
    String token = token();
    return given().accept("text/html").cookie(TOKEN, token).multiPart(TOKEN, token);
  }

  /** A form that htmx sends. */
  public static RequestSpecification htmx() {
    String token = token();
    return given()
        .header("HX-Request", "true")
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .cookie(TOKEN, token)
        .header("X-CSRF-TOKEN", token);
  }

  /** A token that the service gave to a browser in which nobody is signed in. */
  public static String token() {
    return given()
        .accept("text/html")
        .get("/import")
        .then()
        .statusCode(200)
        .extract()
        .cookie(TOKEN);
  }
}

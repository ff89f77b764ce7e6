package org.liangpai.pages;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.HashMap;
import java.util.Map;
import org.liangpai.account.People;

/** Requests as the browser of somebody who signed in on the page makes them. */
final class SignedInBrowser {

  private static final String TOKEN = "csrf-token";
  private static final String SESSION = "liangpai_session";

  private final Map<String, String> cookies = new HashMap<>();

  private SignedInBrowser() {
    cookies.putAll(request().get("/sign-in").then().statusCode(200).extract().cookies());
  }

  /** The browser of an account of {@link People}. */
  SignedInBrowser(String account) {
    this();
    Response opened = post("/sign-in", Map.of("name", account, "password", People.PASSWORD));
    opened.then().statusCode(303);
    cookies.putAll(opened.cookies());
  }

  /** The browser of somebody who did not sign in. */
  static SignedInBrowser nobody() {
    return new SignedInBrowser();
  }

  /** The same browser with a cookie that it kept. */
  SignedInBrowser holding(String cookie, String value) {
    cookies.put(cookie, value);
    return this;
  }

  Response get(String path) {
    return request().get(path);
  }

  Response post(String path, Map<String, String> form) {
    return request()
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .formParam(TOKEN, cookies.get(TOKEN))
        .formParams(form)
        .post(path);
  }

  /** The same with a header, as only a browser sends it. */
  Response post(String path, Map<String, String> form, String header, String value) {
    return request()
        .header(header, value)
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .formParam(TOKEN, token())
        .formParams(form)
        .post(path);
  }

  /** A form without fields, with the token of some page. */
  Response postWith(String token, String path) {
    return request()
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .formParam(TOKEN, token)
        .post(path);
  }

  /** The token that its pages have. */
  String token() {
    return cookies.get(TOKEN);
  }

  /** The token of its session. */
  String session() {
    return cookies.get(SESSION);
  }

  /** The answer to a form that was sent from a page. */
  Response post(String path, Map<String, String> form, String from) {
    return request()
        .header("Referer", "http://127.0.0.1" + from)
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .formParam(TOKEN, cookies.get(TOKEN))
        .formParams(form)
        .post(path);
  }

  /** The same by htmx. */
  Response postByHtmx(String path, Map<String, String> form, String from) {
    return request()
        .header("HX-Request", "true")
        .header("HX-Current-URL", "http://127.0.0.1" + from)
        .contentType(ContentType.URLENC.withCharset("UTF-8"))
        .formParam(TOKEN, cookies.get(TOKEN))
        .formParams(form)
        .post(path);
  }

  private RequestSpecification request() {
    return given().noFilters().accept("text/html").redirects().follow(false).cookies(cookies);
  }
}

package org.liangpai.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.liangpai.testsupport.PageForms.form;
import static org.liangpai.testsupport.PageForms.htmx;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

@QuarkusTest
class PageTokenTest {

  private static final String OTHER = "BBBBBBBBBBBBBBBBBBBBBB";

  @Inject TestCity city;
  @Inject TestClock clock;

  @BeforeEach
  void startsWithoutBranches() {
    clock.reset();
    city.reset();
  }

  @Test
  void everyPage_givesTheTokenToScriptsAndForms() {
    String page = given().accept("text/html").get("/import").asString();

    assertThat(page).containsPattern("<body hx-headers='\\{\"X-CSRF-TOKEN\":\"[\\w-]{22}\"}'>");
    long forms = count(page, "<form[^>]+method=\"post\"");
    assertThat(forms).isPositive();
    assertThat(count(page, "<input type=\"hidden\" name=\"csrf-token\" value=\"[\\w-]{22}\">"))
        .isEqualTo(forms);
  }

  @Test
  void cookie_isForThisServiceAlone() {
    Cookie cookie = given().accept("text/html").get("/import").detailedCookies().get("csrf-token");

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualToIgnoringCase("Strict");
    assertThat(cookie.getPath()).isEqualTo("/");
  }

  @Test
  void form_isRefusedInPlainWords_withoutTheToken() {
    refused(plain());
    refused(plain().cookie("csrf-token", OTHER));
    refused(plain().formParam("csrf-token", OTHER));
    refused(form().header("X-CSRF-TOKEN", OTHER));
    refused(given().accept("text/html").contentType("text/plain").body("month=2026-10"));
  }

  @Test
  void htmx_isToldOnThePageThatIsThere() {
    htmx()
        .header("X-CSRF-TOKEN", OTHER)
        .formParam("month", "2026-11")
        .post("/sweeps")
        .then()
        .statusCode(400)
        .header("HX-Retarget", "#notice")
        .body(containsString("页面已过期，请刷新后再试"), not(containsString("<html")));
  }

  @Test
  void unreadableCookie_isTakenAway() {
    given()
        .accept("text/html")
        .cookie("csrf-token", "x")
        .get("/import")
        .then()
        .statusCode(400)
        .cookie("csrf-token", "")
        .body(containsString("页面已过期"));
  }

  @Test
  void api_needsNoToken_andGivesNone() {
    assertThat(
            given()
                .contentType("application/json")
                .body("{\"month\":\"2026-11\"}")
                .post("/api/sweeps")
                .statusCode())
        .isEqualTo(409);
    given()
        .multiPart("file", "x.xlsx", new byte[0])
        .post("/api/imports")
        .then()
        .contentType("application/problem+json")
        .body("detail", not(containsString("页面")));
    assertThat(given().get("/api/units").then().statusCode(200).extract().cookies()).isEmpty();
  }

  private static RequestSpecification plain() {
    return given().accept("text/html").contentType(ContentType.URLENC.withCharset("UTF-8"));
  }

  private static void refused(RequestSpecification request) {
    request
        .post("/sweeps")
        .then()
        .statusCode(400)
        .contentType("text/html")
        .body(containsString("<h1>页面已过期</h1>"), containsString("页面已过期，请刷新后再试"));
  }

  private static long count(String text, String pattern) {
    return Pattern.compile(pattern).matcher(text).results().count();
  }
}

package org.liangpai.pages;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.liangpai.testsupport.PageForms.form;
import static org.liangpai.testsupport.PageForms.htmx;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.account.People;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;

@QuarkusTest
class PageTokenTest {

  private static final String OTHER = "BBBBBBBBBBBBBBBBBBBBBB";
  private static final String SESSION = "liangpai_session";
  private static final String TLS = "X-Forwarded-Proto";

  @Inject TestCity city;
  @Inject TestClock clock;

  private final People people = new People();

  @BeforeEach
  void startsWithoutBranches() {
    clock.reset();
    city.reset();
  }

  @Test
  void everyPage_givesTheTokenToScriptsAndForms() {
    String page = given().accept("text/html").get("/import").asString();

    assertThat(page).containsPattern("<body hx-headers='\\{\"X-CSRF-TOKEN\":\"[\\w-]{64}\"}'>");
    long forms = count(page, "<form[^>]+method=\"post\"");
    assertThat(forms).isPositive();
    assertThat(count(page, "<input type=\"hidden\" name=\"csrf-token\" value=\"[\\w-]{64}\">"))
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

  @ParameterizedTest
  @ValueSource(strings = {"x", OTHER, "!"})
  void cookieOfSomebodyElse_isReplaced(String planted) {
    String token =
        given()
            .accept("text/html")
            .cookie("csrf-token", planted)
            .get("/import")
            .then()
            .statusCode(200)
            .extract()
            .cookie("csrf-token");

    assertThat(token).matches("[\\w-]{64}");
  }

  @Test
  void form_isRefused_ifCookieAndFieldAgreeOnWhatTheServiceDidNotMake() {
    String made = Base64.getUrlEncoder().encodeToString(new byte[48]);

    for (String invented : List.of(OTHER, made)) {
      refused(plain().cookie("csrf-token", invented).formParam("csrf-token", invented));
    }
  }

  @Test
  void tokenOfAnotherSession_isOfNoUse() {
    people.setUp().then().statusCode(201);
    people.account("helped");
    SignedInBrowser thief = new SignedInBrowser("aud");
    SignedInBrowser victim = new SignedInBrowser("sys");

    victim.postWith(thief.token(), "/accounts").then().statusCode(400);
    victim.postWith(SignedInBrowser.nobody().token(), "/accounts").then().statusCode(400);
    victim
        .postWith(victim.token(), "/accounts/helped/unlock")
        .then()
        .statusCode(303)
        .header("Location", containsString("done=unlock"));
  }

  @Test
  void signInForm_isTaken_thoughSomebodySignedInOnAnotherTabMeanwhile() {
    people.setUp().then().statusCode(201);
    SignedInBrowser browser = SignedInBrowser.nobody();
    String shownBefore = browser.token();
    Map<String, String> sys = Map.of("name", "sys", "password", People.PASSWORD);
    String session = browser.post("/sign-in", sys).then().statusCode(303).extract().cookie(SESSION);

    plain()
        .noFilters()
        .redirects()
        .follow(false)
        .cookie(SESSION, session)
        .cookie("csrf-token", shownBefore)
        .formParam("csrf-token", shownBefore)
        .formParams(sys)
        .post("/sign-in")
        .then()
        .statusCode(303);
  }

  @ParameterizedTest
  @CsvSource({
    "Origin, http://evil.example",
    "Origin, null",
    "Origin, http://127.0.0.1:1",
    "Sec-Fetch-Site, cross-site",
    "Sec-Fetch-Site, same-site",
  })
  void formsAndSignIns_areRefused_fromElsewhere(String header, String value) {
    people.setUp().then().statusCode(201);
    Map<String, String> sys = Map.of("name", "sys", "password", People.PASSWORD);

    form().header(header, value).post("/sweeps").then().statusCode(403);
    SignedInBrowser.nobody()
        .post("/sign-in", sys, header, value)
        .then()
        .statusCode(403)
        .body(containsString("请求来自其他网站"));
    people.as("sys").header(header, value).post("/api/accounts/sec/unlock").then().statusCode(403);
  }

  @Test
  void forms_areTaken_fromThisVeryOrigin() {
    people.setUp().then().statusCode(201);
    Map<String, String> sys = Map.of("name", "sys", "password", People.PASSWORD);
    String here = RestAssured.baseURI + ":" + RestAssured.port;

    SignedInBrowser.nobody().post("/sign-in", sys, "Origin", here).then().statusCode(303);
    SignedInBrowser.nobody()
        .post("/sign-in", sys, "Sec-Fetch-Site", "same-origin")
        .then()
        .statusCode(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api;a=b/me/tokens",
        "/api/me;a=b/tokens",
        "//api/me/tokens",
        "/%61pi/me/tokens",
        "/x/../api/me/tokens",
        "/api/./me/tokens"
      })
  void api_isNotServedByTheSession_howeverItsPathIsWritten(String path) {
    people.setUp().then().statusCode(201);
    SignedInBrowser browser = new SignedInBrowser("sys");

    int status =
        given()
            .noFilters()
            .urlEncodingEnabled(false)
            .cookie(SESSION, browser.session())
            .cookie("csrf-token", browser.token())
            .header("X-CSRF-TOKEN", browser.token())
            .contentType("application/json")
            .body("{\"name\":\"接口\"}")
            .post(path)
            .statusCode();

    assertThat(status).isEqualTo(401);
    assertThat(people.as("sys").get("/api/me/tokens").asString()).isEqualTo("[]");
  }

  @Test
  void cookies_bearThePrefixOfThisHost_behindTls() {
    people.setUp().then().statusCode(201);
    Map<String, String> cookies =
        given().noFilters().header(TLS, "https").get("/sign-in").then().extract().cookies();
    String token = cookies.get("__Host-csrf-token");
    Response opened =
        plain()
            .noFilters()
            .redirects()
            .follow(false)
            .header(TLS, "https")
            .cookie("__Host-csrf-token", token)
            .formParam("csrf-token", token)
            .formParams(Map.of("name", "sys", "password", People.PASSWORD))
            .post("/sign-in");
    Cookie session = opened.then().statusCode(303).extract().detailedCookie("__Host-" + SESSION);

    assertThat(session.isSecured()).isTrue();
    assertThat(session.getPath()).isEqualTo("/");
    assertThat(session.getDomain()).isNull();
    assertThat(cookies).doesNotContainKey("csrf-token");
    assertThat(opened.cookies()).doesNotContainKey(SESSION);
    // A neighbouring host, or a plain request, may have planted the other name.
    byTls("__Host-" + SESSION, session.getValue()).get("/api/me").then().statusCode(200);
    byTls(SESSION, session.getValue()).get("/api/me").then().statusCode(401);
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

  private static RequestSpecification byTls(String cookie, String value) {
    return given().noFilters().header(TLS, "https").cookie(cookie, value);
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

package org.liangpai.security;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.Tester;

/** Whatever is answered, and to whom: the headers that keep a browser careful are there. */
@QuarkusTest
class AnswerHeadersTest {

  private static final String POLICY = "Content-Security-Policy";
  private static final String CACHE = "Cache-Control";

  /** It is the same for everybody, and may be kept. */
  private static final String COLOURS = "GET /level-colours.css";

  @Test
  void everyRoute_hasThem_forSomebodyAndForNobody() {
    for (Route route : Route.declared()) {
      check(route, given().noFilters());
      check(route, given().noFilters().header("Authorization", Tester.AUTHORIZATION));
      check(route, given().noFilters().header("Authorization", Tester.with("AUDIT")));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/nothing", "/api/nothing", "/api/..%2fcards", "/q/metrics", "/q/openapi"})
  void whatIsNoRoute_hasThemToo(String path) {
    Response answer = given().noFilters().urlEncodingEnabled(false).get(path);

    check(path, answer);
    assertThat(answer.header(CACHE)).as(path).isEqualTo("no-store");
  }

  @Test
  void aRefusedForm_hasThemToo() {
    Response answer = given().contentType("application/x-www-form-urlencoded").post("/sweeps");

    assertThat(answer.statusCode()).isEqualTo(400);
    check("a form without its token", answer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/liangpai.css", "/liangpai.svg", "/choosing.js"})
  void files_mayBeKept(String path) {
    Response answer = given().noFilters().get(path);

    check(path, answer);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.header(CACHE)).contains("max-age");
  }

  @Test
  void pages_runNoInlineScriptsAndStandInNoFrame() {
    given()
        .get("/sign-in")
        .then()
        .header(POLICY, containsString("default-src 'none'; script-src 'self'; style-src 'self'"))
        .header(POLICY, containsString("frame-ancestors 'none'"));
    given().get("/q/swagger-ui/").then().header(POLICY, containsString("frame-ancestors 'none'"));
  }

  @Test
  void strictTransport_isAskedFor_onlyOfWhoCameByTls() {
    String name = "Strict-Transport-Security";
    given().redirects().follow(false).get("/sign-in").then().header(name, nullValue());
    given()
        .header("X-Forwarded-Proto", "https")
        .redirects()
        .follow(false)
        .get("/sign-in")
        .then()
        .header(name, equalTo("max-age=31536000; includeSubDomains"));
  }

  private static void check(Route route, RequestSpecification request) {
    Response answer =
        request
            .accept(route.isPage() ? "text/html" : "*/*")
            .redirects()
            .follow(false)
            .request(route.method(), route.path().replaceAll("\\{\\w+}", "1"));
    String what = route + " " + answer.statusCode();
    check(what, answer);
    if (!COLOURS.equals(route.toString())) {
      assertThat(answer.header(CACHE)).as(what).isEqualTo("no-store");
    }
  }

  private static void check(String what, Response answer) {
    assertThat(answer.statusCode()).as(what).isLessThan(500);
    assertThat(answer.header(POLICY)).as(what).contains("frame-ancestors 'none'");
    assertThat(answer.header("X-Content-Type-Options")).as(what).isEqualTo("nosniff");
    assertThat(answer.header("Referrer-Policy")).as(what).isEqualTo("same-origin");
    assertThat(answer.header("Permissions-Policy")).as(what).contains("camera=()");
    for (String policy : Set.of("Cross-Origin-Opener-Policy", "Cross-Origin-Resource-Policy")) {
      assertThat(answer.header(policy)).as(what).isEqualTo("same-origin");
    }
  }
}

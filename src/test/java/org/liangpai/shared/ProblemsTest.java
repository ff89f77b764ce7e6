package org.liangpai.shared;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no route takes is answered by a problem too, and every route is described. */
@QuarkusTest
class ProblemsTest {

  /** Of the requester's doing, and told in a problem document. */
  private static final Pattern PROBLEM =
      Pattern.compile(
          "HTTP/1.1 4\\d\\d .*application/problem\\+json.*urn:problem:.*",
          Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  @ParameterizedTest
  @ValueSource(
      strings = {"/api", "/api/", "/api/nothing", "/api/cards/W1/what", "/api/findings/1/what"})
  void isNotFound_whereThereIsNoRoute(String path) {
    problem(given().get(path), 404);
  }

  @Test
  void refusesAnotherMethod() {
    problem(given().delete("/api/cards"), 405);
    problem(given().contentType(ContentType.JSON).body("{}").put("/api/sweeps"), 405);
  }

  @Test
  void namesTheMethods_thatAnAddressTakes() {
    given().delete("/api/cards").then().header("Allow", containsString("GET"));
  }

  @Test
  void answersByAProblem_anAddressThatIsNoText() throws IOException {
    assertThat(raw("GET /api/cards/%ff%fe HTTP/1.1", "", "")).matches(PROBLEM);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/cards/%zz", "/api/cards?a=%zz", "/%", "/api/cards?a=<b>", "/a|b"})
  void answersByAProblem_anAddressThatCannotBeDecoded(String address) throws IOException {
    assertThat(raw("GET " + address + " HTTP/1.1", "", "")).matches(PROBLEM).contains(" 400 ");
    assertThat(raw("GET " + address + " HTTP/1.1", "Accept: text/html\r\n", ""))
        .startsWith("HTTP/1.1 400")
        .contains("text/html", "</html>");
  }

  @ParameterizedTest
  @ValueSource(ints = {4_097, 8_000, 100_000})
  void answersByAProblem_anAddressThatIsTooLong(int length) throws IOException {
    String address = "/api/cards?a=" + "b".repeat(length - "/api/cards?a=".length());

    assertThat(raw("GET " + address + " HTTP/1.1", "", "")).matches(PROBLEM).contains(" 414 ");
    assertThat(raw("GET " + address + " HTTP/1.1", "Accept: text/html\r\n", ""))
        .startsWith("HTTP/1.1 414")
        .contains("text/html", "超过了允许的长度");
  }

  @Test
  void takesAnAddress_thatIsJustShortEnough() throws IOException {
    String address = "/api/cards?a=" + "b".repeat(4_096 - "/api/cards?a=".length());

    assertThat(raw("GET " + address + " HTTP/1.1", "", "")).doesNotContain(" 414 ");
  }

  @ParameterizedTest
  @ValueSource(ints = {21_000, 100_000})
  void answersByAProblem_headersThatAreTooLarge(int length) throws IOException {
    String header = "X-Long: " + "b".repeat(length) + "\r\n";

    assertThat(raw("GET /api/cards HTTP/1.1", header, "")).matches(PROBLEM).contains(" 431 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/imports", "/sign-in"})
  void answersByAProblem_aFormThatCannotBeRead(String path) throws IOException {
    for (String type : List.of("multipart/form-data; boundary=x", "multipart/form-data")) {
      for (String body : List.of("garbage", "--x\r\n:::\r\n\r\na", "--x\r\nA: b\r\n\r\nunended")) {
        assertThat(raw("POST " + path + " HTTP/1.1", "Content-Type: " + type + "\r\n", body))
            .as(body)
            .matches(PROBLEM);
      }
    }
  }

  private static String raw(String line, String headers, String body) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", RestAssured.port)) {
      String request =
          line
              + "\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
              + body.length()
              + "\r\n"
              + headers
              + "\r\n"
              + body;
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void refusesAForm_ofTooManyFields() {
    String form =
        IntStream.range(0, 200_000).mapToObj(i -> "a" + i + "=1").collect(Collectors.joining("&"));

    problem(
        given().contentType("application/x-www-form-urlencoded").body(form).post("/sign-in"), 400);
    given()
        .contentType("application/x-www-form-urlencoded")
        .accept("text/html")
        .body(form)
        .post("/sign-in")
        .then()
        .statusCode(400)
        .contentType(startsWith("text/html"))
        .body(containsString("表单"));
  }

  @Test
  void tellsAProblem_whereOnlyPagesAreAnswered() {
    problem(given().contentType(ContentType.JSON).body("{}").post("/sign-in"), 400);
  }

  @Test
  void sendsOn_withoutTheHostThatTheRequestNames() {
    given()
        .redirects()
        .follow(false)
        .header("Host", "evil.example")
        .accept("text/html")
        .get("/")
        .then()
        .header("Location", anyOf(nullValue(), not(containsString("evil.example"))));
  }

  @Test
  void refusesAnotherMediaType() {
    problem(given().contentType("text/plain").body("2026-10").post("/api/sweeps"), 415);
    problem(given().contentType("application/xml").body("<a/>").post("/api/verifications"), 415);
  }

  @Test
  void refusesToAnswerInAnotherMediaType() {
    problem(given().accept("image/png").get("/api/cards"), 406);
  }

  @Test
  void tellsWhereTheJsonIsBroken_andNothingOfTheService() {
    problem(
            given().contentType(ContentType.JSON).body("{\n  \"month\": }").post("/api/sweeps"),
            400)
        .body("detail", containsString("第2行"));
    String detail =
        problem(
                given()
                    .contentType(ContentType.JSON)
                    .body("{\"findings\":[\"x\"],\"decision\":\"CONFIRMED\"}")
                    .post("/api/verifications"),
                400)
            .extract()
            .path("detail");
    assertThat(detail).contains("findings").doesNotContain("java", "org.liangpai");
  }

  @Test
  void describesEveryRoute() {
    Map<String, Map<String, Object>> paths =
        given().accept(ContentType.JSON).get("/q/openapi").then().extract().path("paths");

    Map<String, Set<String>> routes =
        Map.of(
            "/api/sweeps", Set.of("get", "post"),
            "/api/sweeps/{id}", Set.of("get", "delete"),
            "/api/warning-list", Set.of("get"),
            "/api/warning-list/{code}", Set.of("get"),
            "/api/branches/{branchCode}/verdicts", Set.of("get"),
            "/api/findings.csv", Set.of("get"),
            "/api/verifications", Set.of("post"),
            "/api/cards", Set.of("get"),
            "/api/cards/{number}", Set.of("get"),
            "/api/cards/{number}/level", Set.of("post"));
    routes.forEach(
        (path, methods) ->
            assertThat(paths.get(path))
                .as(path)
                .isNotNull()
                .containsKeys(methods.toArray(String[]::new)));
    assertThat(paths.keySet())
        .containsAll(
            List.of("/api/findings", "/api/findings/{id}", "/api/findings/{id}/verification"));
  }
}

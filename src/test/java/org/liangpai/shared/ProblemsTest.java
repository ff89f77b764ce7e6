package org.liangpai.shared;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What no route takes is answered by a problem too, and every route is described. */
@QuarkusTest
class ProblemsTest {

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

package org.liangpai.shared;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.PageForms;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.TwoCounties;

/** What no database column takes is told to whoever sent it: it is no fault of the service. */
@QuarkusTest
class UnstorableValuesTest {

  private static final String BASIC_WITH_ZERO = "Basic YQBiOng=";

  @Inject TwoCounties counties;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    counties.reset();
  }

  @Test
  void zeroInJson_isRefusedWithItsPlace() {
    problem(
            given()
                .contentType(ContentType.JSON)
                .body(
                    "{\"unit\":\"X1\",\"fromOn\":\"2026-11-01\",\"toOn\":\"2026-11-08\",\"seed\":\"a\\u0000b\"}")
                .post("/api/cross-checks"),
            400)
        .body("errors[0].pointer", equalTo("seed"))
        .body("detail", containsString("U+0000"));
    problem(
        given()
            .contentType(ContentType.JSON)
            .body("{\"findings\":[\"1\",\"a\\u0000b\"],\"decision\":\"CONFIRMED\"}")
            .post("/api/verifications"),
        400);
  }

  @Test
  void zeroInAForm_isRefused() {
    time.set(LocalDate.of(2026, 11, 10));
    PageForms.form()
        .formParam("unit", "X1")
        .formParam("fromOn", "2026-11-01")
        .formParam("toOn", "2026-11-09")
        .formParam("seed", "a\0b")
        .post("/cross-checks")
        .then()
        .statusCode(400)
        .body(containsString("U+0000"));
  }

  @Test
  void zeroInAName_isANameThatNobodyHas() {
    given()
        .noFilters()
        .header("Authorization", BASIC_WITH_ZERO)
        .get("/api/cards")
        .then()
        .statusCode(401);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/cards?dueBefore=%2B999999999-12-31",
        "/api/cards?dueBefore=-9999-01-01",
        "/api/cards?dueBefore=1899-12-31",
        "/api/cards?dueBefore=2101-01-01",
        "/api/oversight?to=-999999999-01-01",
        "/api/standing?branch=B1&from=%2B999999999-01-01&to=%2B999999999-12-31",
        "/api/rectification?after=2026-13-45_1"
      })
  void dayThatNobodyMeans_isRefused(String path) {
    problem(given().urlEncodingEnabled(false).get(path), 400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1900-01-01", "2100-12-31"})
  void dayWithinTwoCenturies_isTaken(String day) {
    given().get("/api/cards?dueBefore=" + day).then().statusCode(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"+999999999-12-31", "1899-12-31"})
  void dayOfABodyThatNobodyMeans_isRefusedWithItsPlace(String day) {
    problem(
            given()
                .contentType(ContentType.JSON)
                .body("{\"until\":\"" + day + "\",\"reason\":\"示例\"}")
                .post("/api/cards/W1-2026-0001/suspension"),
            400)
        .body("errors[0].pointer", equalTo("until"));
  }
}

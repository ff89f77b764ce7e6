package org.liangpai.security;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liangpai.testsupport.Tester;

/** Who may read the figures of the running service. */
@QuarkusTest
class MetricsTest {

  @Test
  void areShown_toTheSystemAdministrator() {
    given()
        .header("Authorization", Tester.with("SYSTEM"))
        .get("/q/metrics")
        .then()
        .statusCode(200)
        .body(containsString("jvm_memory"));
  }

  @ParameterizedTest
  @EnumSource(
      names = {"SECURITY", "AUDIT", "RULE_AUTHOR"},
      mode = EnumSource.Mode.INCLUDE)
  void areRefused_toOthers(Role role) {
    given()
        .header("Authorization", Tester.with(role.name()))
        .get("/q/metrics")
        .then()
        .statusCode(403);
  }

  @Test
  void areRefused_signedOut() {
    given().noFilters().get("/q/metrics").then().statusCode(401);
  }
}

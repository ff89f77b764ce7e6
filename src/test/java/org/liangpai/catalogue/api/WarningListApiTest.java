package org.liangpai.catalogue.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.blankOrNullString;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The list as the API shows it. */
@QuarkusTest
class WarningListApiTest {

  @Test
  void showsAllItems_withBothFingerprints() {
    given()
        .get("/api/warning-list")
        .then()
        .statusCode(200)
        .body("fingerprint", matchesPattern("[0-9a-f]{64}"))
        .body("rulesFingerprint", matchesPattern("[0-9a-f]{64}"))
        .body("items", hasSize(78))
        .body("items.code", hasItems("ZZ-01", "YX-02", "SH-01", "ZW-07", "BZ-12"))
        .body("items.code.toSet()", hasSize(78))
        .body("items.title", everyItem(not(blankOrNullString())))
        .body("items.findAll { it.dimension == 'OPERATIONS' }", hasSize(28));
  }

  @Test
  void showsOneItem_withThresholdsLadderAndBasis() {
    given()
        .get("/api/warning-list/YX-02")
        .then()
        .statusCode(200)
        .body("title", equalTo("支委会未按月召开"))
        .body("levels[0].value.level", equalTo(List.of("YELLOW", "ORANGE", "RED")))
        .body("workingDays[0].value", equalTo(10))
        .body("duty", equalTo("BRANCH"))
        .body("basis.document", hasItem(containsString("支部工作条例")));
  }

  @Test
  void isNotFound_forAnUnknownCode() {
    problem(given().get("/api/warning-list/XX-99"), 404).body("detail", containsString("XX-99"));
  }
}

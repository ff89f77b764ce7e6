package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.liangpai.testsupport.Problems.problem;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.TestCity;
import org.liangpai.testsupport.TestClock;
import org.liangpai.testsupport.Tester;

/** Whoever files a part of the hierarchy changes nothing outside of it, and is told why by row. */
@QuarkusTest
class ScopedImportTest {

  private static final String BRANCH =
      """
      {"branchName":"示例支部","unitCode":"%s","domain":"RURAL","kind":"NORMAL",
       "foundedOn":"2010-01-01"}
      """;

  @Inject TestCity roster;
  @Inject TestClock time;

  @BeforeEach
  void setUp() {
    time.reset();
    roster.reset();
    roster.addUnit("X2", "COUNTY", "C1");
    roster.addUnit("W3", "COMMITTEE", "X2");
    roster.branch("B1", row -> row);
    roster.branch("B9", row -> row.with("unitCode", "W3"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COUNTY_OFFICER@X1", "COMMITTEE_OFFICER@W1", "BRANCH_SECRETARY@B1"})
  void refusesUnits_ofAnybodyButTheCity(String posts) {
    String units = "unitCode,unitName,level,parentCode\nW1,改名,COMMITTEE,X1\n";

    upload(posts, "units", units)
        .body("rejected.units", equalTo(1))
        .body("errors[0].message", equalTo("只有市级可以导入党组织"));
    upload("CITY_OFFICER@C1", "units", units).body("accepted.units", equalTo(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"COMMITTEE_OFFICER@W1", "BRANCH_SECRETARY@B1"})
  void refusesBranches_withoutTheRight(String posts) {
    upload(posts, "branches", Csv.branches("B1"))
        .body("rejected.branches", equalTo(1))
        .body("errors[0].message", containsString("由县级或市级组织部门导入"));
  }

  @Test
  void takesBranches_ofTheScopeOnly() {
    String csv = Csv.branches("B1", "N1", "N2", "B9").replace("N2,样例支部N2,W1", "N2,样例支部N2,W3");

    upload("COUNTY_OFFICER@X1", "branches", csv)
        .body("accepted.branches", equalTo(2))
        .body("rejected.branches", equalTo(2))
        .body("errors.find { it.row == 4 }.field", equalTo("unitCode"))
        .body("errors.find { it.row == 4 }.message", containsString("”不存在"))
        .body("errors.find { it.row == 5 }.field", equalTo("branchCode"))
        .body("errors.find { it.row == 5 }.message", equalTo("支部编码“B9”不能使用，请核对；编码无误的，请等上级组织部门核实"));
    given().get("/api/branches/B9").then().body("path[2]", equalTo("W3"));
    given().get("/api/branches/N2").then().statusCode(404);
  }

  @Test
  void refusesACodeThatLooksLikeOneElsewhere_withoutNamingIt() {
    upload("COUNTY_OFFICER@X1", "branches", Csv.branches("b9"))
        .body("rejected.branches", equalTo(1))
        .body("errors[0].message", containsString("“b9”与已有的编码只有大小写"));
    problem(put("b1", "W1"), 400).body("errors[0].pointer", equalTo("/branchCode"));
  }

  @Test
  void tellsTheUnitThatSeesBoth_onceADay() {
    upload("COUNTY_OFFICER@X1", "branches", Csv.branches("B9"));
    upload("COUNTY_OFFICER@X1", "branches", Csv.branches("B9"));

    as("CITY_OFFICER@C1")
        .get("/api/notices")
        .then()
        .body("items.findAll { it.kind == 'INTAKE' }.size()", equalTo(1))
        .body("items[0].title", equalTo("有1个支部编码被两处使用"))
        .body("items[0].body", containsString("“B9”（示例党组织W3）"));
    for (String below : List.of("COUNTY_OFFICER@X1", "COUNTY_OFFICER@X2")) {
      as(below).get("/api/notices").then().body("items.size()", equalTo(0));
    }
  }

  @Test
  void pairs_onlyWithWhatTheFilerSees_orIsNamedOnFile() {
    String csv =
        "branchCode,branchName,unitCode,domain,kind,foundedOn,pairedBranchCode\n"
            + "N1,示例支部,W1,RURAL,NORMAL,2010-01-01,%s\n";
    for (String other : List.of("B9", "没有")) {
      upload("COUNTY_OFFICER@X1", "branches", csv.formatted(other))
          .body("rejected.branches", equalTo(1))
          .body(
              "errors[0].message",
              equalTo("结对支部编码“" + other + "”不在您能看到的支部名册中，应为已有或同时导入的支部编码，未结对留空"));
    }
    upload("CITY_OFFICER@C1", "branches", csv.formatted("B9"))
        .body("accepted.branches", equalTo(1));
    upload("COUNTY_OFFICER@X1", "branches", csv.formatted("B9").replace("示例支部", "新名"))
        .body("accepted.branches", equalTo(1));
  }

  @ParameterizedTest
  @CsvSource({"COUNTY_OFFICER@X1, W3", "COUNTY_OFFICER@X2, W1"})
  void movesNoBranch_intoOrOutOfTheScope(String posts, String unit) {
    String csv = Csv.branches("B1").replace(",W1,", "," + unit + ",");

    upload(posts, "branches", csv).body("rejected.branches", equalTo(1));
    given().get("/api/branches/B1").then().body("path[2]", equalTo("W1"));
  }

  @Test
  void filesBranches_onlyWhereThatPostIs() {
    String posts = "COUNTY_OFFICER@X1 COMMITTEE_OFFICER@W3";

    upload(posts, "branches", Csv.branches("B9").replace(",W1,", ",W3,"))
        .body("rejected.branches", equalTo(1));
    upload(posts, "records", Csv.records("2026-10", "B1", "B9"))
        .body("accepted.records", equalTo(2));
  }

  @ParameterizedTest
  @CsvSource({
    "COUNTY_OFFICER@X1, B1, B9",
    "COMMITTEE_OFFICER@W3, B9, B1",
    "BRANCH_SECRETARY@B1, B1, B9"
  })
  void takesRecords_ofTheScopeOnly(String posts, String own, String other) {
    RequestSpecification both =
        as(posts)
            .multiPart("records", "records.csv", bytes(Csv.records("2026-10", own, other, "B0")))
            .multiPart("meetings", "m.csv", bytes(Csv.meetings("2026-10", own, other, "B0")));

    ValidatableResponse report =
        both.post("/api/imports")
            .then()
            .statusCode(200)
            .body("accepted.records", equalTo(1))
            .body("accepted.meetings", equalTo(2))
            .body("rejected.records", equalTo(2));
    assertThat(message(report, 3).replace(other, "B0")).isEqualTo(message(report, 4));
    given().get("/api/records/" + other + "/2026-10").then().statusCode(404);
  }

  @Test
  void takesMeetings_ofRecordsOfTheScopeOnly() {
    upload(Tester.AUTHORIZATION, "records", Csv.records("2026-10", "B1", "B9"));

    upload("COUNTY_OFFICER@X1", "meetings", Csv.meetings("2026-10", "B1", "B9"))
        .body("accepted.meetings", equalTo(2))
        .body("rejected.meetings", equalTo(2));
    given().get("/api/records/B9/2026-10").then().body("meetings.size()", equalTo(0));
  }

  @Test
  void gives_theFailedRowsToTheirOwnerAndTheCity() {
    int id =
        upload("COUNTY_OFFICER@X1", "records", Csv.records("2026-10", "B9")).extract().path("id");
    String file = "/api/imports/" + id + "/errors.xlsx";

    as("COUNTY_OFFICER@X1").get(file).then().statusCode(200);
    as("CITY_OFFICER@C1").get(file).then().statusCode(200);
    problem(as("COUNTY_OFFICER@X2").get(file), 404);
    problem(as("COMMITTEE_OFFICER@W1").get(file), 404);
  }

  @Test
  void filesOneBranch_inTheScopeOnly() {
    assertThat(put("B1", "W2").statusCode()).isEqualTo(200);
    assertThat(put("N1", "W1").statusCode()).isEqualTo(200);
    problem(put("N2", "W3"), 400).body("errors[0].pointer", equalTo("/unitCode"));
    problem(put("B9", "W1"), 404);
    given().get("/api/branches/B9").then().body("version", equalTo(1));
  }

  private static Response put(String code, String unit) {
    return as("COUNTY_OFFICER@X1")
        .contentType("application/json")
        .body(BRANCH.formatted(unit))
        .put("/api/branches/" + code);
  }

  private static String message(ValidatableResponse report, int row) {
    return report
        .extract()
        .path("errors.find { it.table == 'records' && it.row == " + row + " }.message");
  }

  private static ValidatableResponse upload(String posts, String part, String csv) {
    return as(posts)
        .multiPart(part, part + ".csv", bytes(csv))
        .post("/api/imports")
        .then()
        .statusCode(200);
  }

  private static RequestSpecification as(String posts) {
    return given()
        .header("Authorization", posts.equals(Tester.AUTHORIZATION) ? posts : Tester.with(posts));
  }

  private static byte[] bytes(String csv) {
    return csv.getBytes(StandardCharsets.UTF_8);
  }
}

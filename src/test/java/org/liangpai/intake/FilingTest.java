package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.PostgresTestResource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class FilingTest {

  private static final String RECORD =
      """
      {"submittedOn":"2026-10-28","fullMembers":12,"budgetAmount":1000.5,"hasBudgetLine":true,
       "meetings":[{"type":"GENERAL_MEETING","alsoCountsAs":["THEME_DAY","LECTURE"],
                    "heldOn":"2026-10-15","expected":12,"actual":11,"passed":"是"}]}
      """;

  private final Database database;

  FilingTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void startsWithOneBranch() {
    database.clear();
    Upload.of("units", Csv.UNITS).and("branches", Csv.branches("B1")).accepted();
  }

  @Test
  void filesARecord_asItIsReadBack() {
    put("/api/records/B1/2026-10", RECORD)
        .statusCode(200)
        .body("branchCode", equalTo("B1"))
        .body("month", equalTo("2026-10"))
        .body("budgetAmount", equalTo(1000.5f))
        .body("hasBudgetLine", equalTo(true))
        .body("submittedOn", equalTo("2026-10-28"))
        .body("groups", nullValue())
        .body("version", equalTo(1))
        .body("meetings[0].alsoCountsAs", contains("LECTURE", "THEME_DAY"))
        .body("meetings[0].passed", equalTo(true));

    String read = given().get("/api/records/B1/2026-10").asString();
    put("/api/records/B1/2026-10", read).statusCode(200).body("version", equalTo(1));
  }

  @Test
  void keepsTheMeetings_whereNoneAreSent() {
    put("/api/records/B1/2026-10", RECORD);

    put("/api/records/B1/2026-10", "{\"submittedOn\":\"2026-10-29\"}")
        .body("version", equalTo(2))
        .body("fullMembers", nullValue())
        .body("meetings", hasSize(1));
    put("/api/records/B1/2026-10", "{\"submittedOn\":\"2026-10-29\",\"meetings\":[]}")
        .body("version", equalTo(3))
        .body("meetings", hasSize(0));
  }

  @Test
  void pointsAtWhatIsWrong_andStoresNothing() {
    put(
            "/api/records/B1/2026-10",
            """
            {"branchCode":"B2","submittedOn":20261028,"fullMembers":-1,"fullMember":3,
             "groups":true,
             "meetings":[{"type":"LECTURE","heldOn":"2026-10-01"},
                         {"type":"舞会","heldOn":"2026-10-01","expected":1,"actual":2}, 7]}
            """)
        .statusCode(400)
        .contentType("application/problem+json")
        .body(
            "errors.pointer",
            containsInAnyOrder(
                "/branchCode",
                "/submittedOn",
                "/fullMembers",
                "/fullMember",
                "/groups",
                "/meetings/1/type",
                "/meetings/1/actual",
                "/meetings/2"));
    given().get("/api/records/B1/2026-10").then().statusCode(404);
  }

  @Test
  void refusesWhatIsNoRecord() {
    for (String body : new String[] {"", "[]", "{", "{\"a\":1,\"a\":2}", "{} {}", "null"}) {
      put("/api/records/B1/2026-10", body).statusCode(400).contentType("application/problem+json");
    }
    put("/api/records/B1/2026-13", RECORD)
        .statusCode(400)
        .body("errors[0].pointer", equalTo("month"));
    put("/api/records/B9/2026-10", RECORD).statusCode(404);
    put("/api/records/B1/2026-10", "{\"submittedOn\":\"2026-10-28\",\"budgetAmount\":1e999999999}")
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/budgetAmount"));
  }

  @Test
  void filesABranch_fromADayOn() {
    String branch =
        """
        {"branchName":"新支部","unitCode":"Z1","domain":"SOE","kind":"JOINT",
         "foundedOn":"2020-05-01","postsFilled":["DISCIPLINE","SECRETARY"]}
        """;
    put("/api/branches/N1?effectiveOn=2026-02-01", branch)
        .statusCode(200)
        .body("postsFilled", contains("SECRETARY", "DISCIPLINE"))
        .body("pathNames", contains("样例市委", "样例县委", "样例镇党委", "样例党总支"))
        .body("committeeCode", equalTo("W1"))
        .body("effectiveOn", equalTo("2026-02-01"));

    put("/api/branches/N1?effectiveOn=2026-03-01", given().get("/api/branches/N1").asString())
        .statusCode(200)
        .body("version", equalTo(1));
    put("/api/branches/N2", branch.replace("Z1", "X1"))
        .statusCode(400)
        .body("errors[0].pointer", equalTo("/unitCode"));
    put("/api/branches/N%202", branch).statusCode(400);
    put("/api/branches/N1?effectiveOn=x", branch).statusCode(400);
    given().get("/api/branches/N2").then().statusCode(404);
  }

  @Test
  void listsBranches_pageByPage() {
    Upload.of(
            "branches", Csv.branches("B1", "B2", "B3").replace("B3,样例支部B3,W1,农村", "B3,百分%支部,Z1,国企"))
        .accepted();

    given()
        .get("/api/branches?limit=2")
        .then()
        .body("items.branchCode", contains("B1", "B2"))
        .body("next", equalTo("B2"));
    given()
        .get("/api/branches?limit=2&after=B2")
        .then()
        .body("items.branchCode", contains("B3"))
        .body("next", nullValue());
    given().get("/api/branches?unit=Z1").then().body("items.branchCode", contains("B3"));
    given().get("/api/branches?unit=C1").then().body("items", hasSize(3));
    given().get("/api/branches?domain=SOE").then().body("items.branchCode", contains("B3"));
    given().queryParam("q", "分%").get("/api/branches").then().body("items", hasSize(1));
    given().queryParam("q", "b2").get("/api/branches").then().body("items", hasSize(1));
    given().queryParam("q", "_").get("/api/branches").then().body("items", hasSize(0));
    given().get("/api/branches?unit=Q").then().statusCode(404);
    given().get("/api/branches?domain=Q").then().statusCode(400);
    given().get("/api/branches?limit=0").then().statusCode(400);
    given().get("/api/branches?limit=1001").then().statusCode(400);
    given().get("/api/units?limit=x").then().statusCode(400);
    given().urlEncodingEnabled(false).get("/api/branches/a%00b").then().statusCode(400);
  }

  @Test
  void draftsFromTheLatestRecord_ofTwelveMonths() {
    Upload.of(
            "records",
            "branchCode,month,submittedOn,fullMembers,talksDone,liaisonVisits\n"
                + "B1,2025-11,2025-11-28,11,5,2\n"
                + "B1,2025-12,2025-12-28,12,9,2\n")
        .accepted();

    draft("2026-01")
        .body("draftedFrom", equalTo("2025-12"))
        .body("fullMembers", equalTo(12))
        .body("talksDone", nullValue())
        .body("liaisonVisits", nullValue())
        .body("submittedOn", nullValue())
        .body("month", equalTo("2026-01"))
        .body("meetings", hasSize(0));
    draft("2025-12").body("draftedFrom", equalTo("2025-11")).body("talksDone", equalTo(5));
    draft("2026-12").body("draftedFrom", equalTo("2025-12"));
    draft("2027-01").body("draftedFrom", nullValue()).body("fullMembers", nullValue());
    given().get("/api/records/B9/2026-01/draft").then().statusCode(404);
    given().get("/api/records/B1/2026/draft").then().statusCode(400);
  }

  @Test
  void returnsARecord_onceAndWithAReason() {
    put("/api/records/B1/2026-10", RECORD);

    giveBack("B1", "{}").statusCode(400).body("errors[0].pointer", notNullValue());
    giveBack("B1", "{\"reason\":\" \"}").statusCode(400);
    giveBack("B9", "{\"reason\":\"人数不符\"}").statusCode(404);
    giveBack("B1", "{\"reason\":\"人数不符\"}").statusCode(200).body("returnReason", equalTo("人数不符"));
    giveBack("B1", "{\"reason\":\"又不符\"}")
        .statusCode(409)
        .body("type", equalTo("urn:problem:record-already-returned"));
  }

  @Test
  void describesTheFields_inTheOpenApiDocument() {
    given()
        .accept("application/json")
        .get("/q/openapi?format=json")
        .then()
        .statusCode(200)
        .body(
            "components.schemas.MonthlyRecord.properties.fullMembers.description", equalTo("正式党员数"))
        .body("components.schemas.Meeting.properties.type.enum", hasItem("THEME_DAY"))
        .body("paths.'/api/records/{branchCode}/{month}'.keySet()", hasItem("put"))
        .body("paths.'/api/imports'.post.summary", containsString("导入"));
  }

  private static ValidatableResponse put(String path, String json) {
    return given()
        .urlEncodingEnabled(false)
        .contentType("application/json")
        .body(json)
        .put(path)
        .then();
  }

  private static ValidatableResponse giveBack(String branch, String json) {
    return given()
        .contentType("application/json")
        .body(json)
        .post("/api/records/" + branch + "/2026-10/return")
        .then();
  }

  private static ValidatableResponse draft(String month) {
    return given().get("/api/records/B1/" + month + "/draft").then().statusCode(200);
  }
}

package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.TestClock;

/** What cannot have been is refused with its reason, whatever way it comes in. */
@QuarkusTest
class FactsImportTest {

  private static final String UNITS =
      """
      unitCode,unitName,level,parentCode
      C,示例市委,CITY,
      C1,示例县委,COUNTY,C
      C101,示例镇党委,COMMITTEE,C1
      """;

  private static final String BRANCH_HEADING =
      "branchCode,branchName,unitCode,domain,kind,foundedOn,dissolvedOn,pairedBranchCode\n";
  private static final String RECORD_HEADING =
      "branchCode,month,submittedOn,fullMembers,probationaryMembers,budgetAmount\n";

  @Inject Database database;
  @Inject TestClock clock;

  @BeforeEach
  void startsWithOneBranch() {
    clock.reset();
    database.clear();
    Upload.of("units", UNITS)
        .and("branches", BRANCH_HEADING + "B0,示例支部,C101,RURAL,NORMAL,2010-01-01,,\n")
        .accepted()
        .body("errors", empty());
  }

  @AfterEach
  void goesBack() {
    clock.reset();
  }

  @Test
  void refusesRecords_ofMonthsThatHaveNotBegun() throws IOException {
    Upload.workbook(sample("record-of-a-month-not-begun"))
        .accepted()
        .body("errors.find { it.row == 2 }.field", equalTo("month"))
        .body("errors.find { it.row == 2 }.message", containsString("还没有开始"))
        .body("errors.findAll { it.row == 3 }", empty());
    given().get("/api/records/B0/2027-05").then().statusCode(404);
    given().get("/api/records/B0/2026-10").then().statusCode(200);
    records("B0,2026-11,2026-11-09,20,0,\n").body("accepted.records", equalTo(1));
    put("B0", "2026-12", "{\"submittedOn\":\"2026-11-09\"}")
        .statusCode(400)
        .body("errors.pointer", hasItem("/month"))
        .body("errors[0].message", containsString("还没有开始"));
  }

  @Test
  void refusesDays_thatCannotBe() throws IOException {
    Upload.workbook(sample("dates-that-cannot-be"))
        .accepted()
        .body("accepted.branches", equalTo(1))
        .body("rejected.branches", equalTo(4))
        .body("accepted.records", equalTo(0))
        .body("rejected.records", equalTo(3))
        .body("rejected.meetings", equalTo(1))
        .body("errors.message", hasItem(containsString("成立日期“2099-01-01”还没有到")))
        .body("errors.message", hasItem(containsString("撤销日期“2019-01-01”早于成立日期2020-01-01")))
        .body("errors.message", hasItem(containsString("本届选举日期“2001-06-10”早于成立日期2022-01-01")))
        .body("errors.message", hasItem(containsString("本届选举日期“2098-06-10”还没有到")))
        .body("errors.message", hasItem(containsString("上报日期“2099-10-04”还没有到")))
        .body("errors.message", hasItem(containsString("上报日期“2025-08-04”早于2026-08")))
        .body("errors.message", hasItem(containsString("召开日期“2026-12-31”还没有到")));
    given().get("/api/branches/F1").then().statusCode(200);

    clock.set(LocalDate.of(2026, 12, 30));
    Upload.workbook(sample("dates-that-cannot-be"))
        .accepted()
        .body("rejected.records", equalTo(3))
        .body("errors.message", hasItem(containsString("召开日期“2026-12-31”还没有到")));
    clock.set(LocalDate.of(2026, 12, 31));
    Upload.workbook(sample("dates-that-cannot-be"))
        .accepted()
        .body("accepted.records", equalTo(1))
        .body("accepted.meetings", equalTo(1));
  }

  @Test
  void refusesRecords_outsideOfTheLifeOfTheBranch() throws IOException {
    Upload.workbook(sample("record-outside-of-the-branch"))
        .accepted()
        .body("accepted.records", equalTo(2))
        .body("errors.row", containsInAnyOrder(2, 4))
        .body("errors.message", hasItem(containsString("支部“G1”在2026-06-15才成立，不应有2026-03的纪实")))
        .body("errors.message", hasItem(containsString("支部“G2”在2026-05-31已撤销，不应有2026-10的纪实")));
    given().get("/api/records/G1/2026-06").then().statusCode(200);
    given().get("/api/records/G2/2026-05").then().statusCode(200);
  }

  @Test
  void refusesMeetings_outsideOfTheLifeOfTheBranch() {
    Upload.of("branches", BRANCH_HEADING + "L1,示例支部,C101,RURAL,NORMAL,2026-06-15,2026-08-10,\n")
        .and(
            "records",
            RECORD_HEADING
                + "L1,2026-06,2026-07-01,9,0,\n"
                + "L1,2026-07,2026-08-01,9,0,\n"
                + "L1,2026-08,2026-09-01,9,0,\n")
        .and(
            "meetings",
            "branchCode,month,type,heldOn\n"
                + "L1,2026-06,LECTURE,2026-06-14\n"
                + "L1,2026-07,LECTURE,2026-07-01\n"
                + "L1,2026-08,LECTURE,2026-08-11\n")
        .accepted()
        .body("accepted.records", equalTo(1))
        .body("errors.row", containsInAnyOrder(2, 4))
        .body("errors.message", hasItem(containsString("才成立，2026-06-14不应有会议活动")))
        .body("errors.message", hasItem(containsString("已撤销，2026-08-11不应有会议活动")));
  }

  @Test
  void refusesPairs_thatAreNotThere() {
    Upload.of(
            "branches",
            BRANCH_HEADING
                + "P1,示例支部,C101,RURAL,NORMAL,2010-01-01,,没有\n"
                + "P2,示例支部,C101,RURAL,NORMAL,2010-01-01,,P1\n"
                + "P3,示例支部,C101,RURAL,NORMAL,2010-01-01,,P4\n"
                + "P4,示例支部,C101,RURAL,NORMAL,2010-01-01,,P3\n"
                + "P5,示例支部,C101,RURAL,NORMAL,2010-01-01,,B0\n"
                + "P6,示例支部,C101,RURAL,NORMAL,2010-01-01,,P6\n")
        .accepted()
        .body("accepted.branches", equalTo(3))
        .body("errors.row", containsInAnyOrder(2, 3, 7))
        .body("errors.field", hasItem("pairedBranchCode"))
        .body("errors.find { it.row == 2 }.message", containsString("结对支部编码“没有”不在"))
        .body("errors.find { it.row == 3 }.message", containsString("所在的行有错误"));
  }

  @Test
  void tellsWhatIsUnlikely_andStoresIt() {
    records("B0,2026-09,2026-10-03,25,1,1000.00\n").body("warnings", empty());

    records("B0,2026-10,2026-11-03,250,1,1000000.00\n")
        .body("accepted.records", equalTo(1))
        .body("warnings", hasSize(2))
        .body("warnings", hasItem(containsString("的正式党员数是250，2026-09的是25")))
        .body("warnings", hasItem(containsString("的年度工作经费预算是1000000.00")));
    put("B0", "2026-10", "{\"submittedOn\":\"2026-11-03\",\"fullMembers\":260}")
        .statusCode(200)
        .body("warnings", hasItem(containsString("的正式党员数是260")));
    records("B0,2026-10,2026-11-03,249,1,999999.00\n").body("warnings", empty());
  }

  @Test
  void tellsOfRecords_thatARosterChangeLeavesOutside() {
    records("B0,2026-09,2026-10-03,25,1,1000.00\n").body("errors", empty());

    Upload.of("branches", BRANCH_HEADING + "B0,示例支部,C101,RURAL,NORMAL,2010-01-01,2026-08-31,\n")
        .accepted()
        .body("accepted.branches", equalTo(1))
        .body("warnings", hasItem(containsString("2026-09的纪实不在支部存续期间")));
  }

  private static ValidatableResponse records(String rows) {
    return Upload.of("records", RECORD_HEADING + rows).accepted();
  }

  private static ValidatableResponse put(String branch, String month, String json) {
    return given()
        .contentType("application/json")
        .body(json)
        .put("/api/records/" + branch + "/" + month)
        .then();
  }

  private static byte[] sample(String name) throws IOException {
    try (InputStream in = FactsImportTest.class.getResourceAsStream("/cases/" + name + ".xlsx")) {
      return in.readAllBytes();
    }
  }
}

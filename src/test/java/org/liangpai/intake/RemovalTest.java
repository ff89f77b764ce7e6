package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.TestClock;

/** No meeting on file goes without a word. */
@QuarkusTest
class RemovalTest {

  private static final String HEADING = "支部编码,月份,类型,召开日期,主题,应到人数,免计人数,实到人数\n";
  private static final String FIRST =
      HEADING + "B1,2026-10,党员大会,2026-10-20,学习,25,0,21\n" + "B1,2026-10,支委会,2026-10-08,研究,5,0,5\n";
  private static final String LECTURE = "B1,2026-10,党课,2026-10-28,党课,25,0,22\n";

  @Inject Database database;
  @Inject TestClock clock;

  @BeforeEach
  void startsWithTwoRecords() {
    clock.reset();
    database.clear();
    Upload.of("units", Csv.UNITS).and("branches", Csv.branches("B1", "B2")).accepted();
    Upload.of("records", Csv.records("2026-10", "B1", "B2"))
        .and("meetings", FIRST + "B2,2026-10,党课,2026-10-28,党课,25,0,22\n")
        .accepted()
        .body("removals", empty());
  }

  @Test
  void refusesARecord_ofWhichSomeMeetingsDoNotComeAgain() {
    Upload.of("meetings", HEADING + LECTURE)
        .accepted()
        .body("accepted.meetings", equalTo(0))
        .body("rejected.meetings", equalTo(1))
        .body("errors[0].row", equalTo(2))
        .body("errors[0].message", containsString("已有2个会议活动，其中2个这次没有上传"))
        .body("errors[0].message", containsString("支委会2026-10-08、党员大会2026-10-20"))
        .body("removals.branchCode", contains("B1"))
        .body("removals.onFile", contains(2))
        .body("removals.missing", contains(2))
        .body("removals.outcome", contains("REFUSED"))
        .body("warnings", hasItem(containsString("removals=accept")));
    meetings("B1", 2);
  }

  @Test
  void removesThem_whenAskedTo() {
    Upload.of("meetings", HEADING + LECTURE)
        .removals("accept")
        .accepted()
        .body("accepted.meetings", equalTo(1))
        .body("removals.outcome", contains("REMOVED"))
        .body("removals.missing", contains(2));
    meetings("B1", 1);
  }

  @Test
  void takesMore_andTheSameAgain() {
    Upload.of("meetings", FIRST + LECTURE)
        .accepted()
        .body("accepted.meetings", equalTo(3))
        .body("removals", empty());
    Upload.of("meetings", FIRST + LECTURE)
        .accepted()
        .body("unchanged.meetings", equalTo(3))
        .body("removals", empty());
    meetings("B1", 3);
  }

  @Test
  void takesACorrection_ofAMeetingOnFile() {
    Upload.of("meetings", FIRST.replace(",25,0,21", ",25,0,22"))
        .accepted()
        .body("accepted.meetings", equalTo(2))
        .body("removals", empty());
    Upload.of("meetings", FIRST.replace("2026-10-20", "2026-10-21"))
        .accepted()
        .body("removals.missing", contains(1))
        .body("errors[0].message", containsString("党员大会2026-10-20"));
  }

  @Test
  void keepsTheMeetings_ofRecordsThatComeWithoutAny() {
    Upload.of("records", Csv.records("2026-10", "B1", "B2").replace(",12,", ",13,"))
        .and("meetings", FIRST)
        .accepted()
        .body("accepted.records", equalTo(2))
        .body("errors", empty())
        .body("removals.branchCode", contains("B2"))
        .body("removals.outcome", contains("KEPT"));
    meetings("B2", 1);
    given().get("/api/records/B2/2026-10").then().body("fullMembers", equalTo(13));

    Upload.of("records", Csv.records("2026-10", "B2").replace(",12,", ",13,"))
        .and("meetings", HEADING)
        .removals("accept")
        .accepted()
        .body("removals.outcome", contains("REMOVED"));
    meetings("B2", 0);
  }

  @Test
  void tellsOfTwoOfOneKind_ofWhichOneComes() {
    String two =
        Csv.MEETING_HEADING
            + "B2,2026-10,党课,2026-10-28,,甲,12,0,9\n"
            + "B2,2026-10,党课,2026-10-28,,乙,12,0,9\n";
    Upload.of("meetings", two).accepted().body("accepted.meetings", equalTo(2));

    Upload.of("meetings", two.substring(0, two.lastIndexOf("B2")))
        .accepted()
        .body("removals.onFile", contains(2))
        .body("removals.missing", contains(1));
    meetings("B2", 2);
  }

  @Test
  void tellsWhatWent_whenARecordIsFiledAlone() {
    given()
        .contentType("application/json")
        .body("{\"submittedOn\":\"2026-10-29\",\"meetings\":[]}")
        .put("/api/records/B1/2026-10")
        .then()
        .statusCode(200)
        .body("meetings", empty())
        .body("warnings", hasItem(containsString("删去了原有的2个会议活动：支委会2026-10-08、党员大会2026-10-20")));
  }

  @Test
  void refusesOtherWishes() {
    Upload.of("meetings", FIRST).removals("maybe").refused();
  }

  private static void meetings(String branch, int number) {
    given().get("/api/records/" + branch + "/2026-10").then().body("meetings", hasSize(number));
  }
}

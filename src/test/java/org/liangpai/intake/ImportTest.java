package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.Charset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.testsupport.PostgresTestResource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class ImportTest {

  private final Database database;

  ImportTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void clearsTheDatabase() {
    database.clear();
  }

  @Test
  void storesAllTables_andChangesNothingTheSecondTime() {
    Upload.of("units", Csv.UNITS)
        .and("branches", Csv.branches("B1", "B2"))
        .and("records", Csv.records("2026-10", "B1", "B2"))
        .and("meetings", Csv.meetings("2026-10", "B1", "B2"))
        .accepted()
        .body("errorCount", equalTo(0))
        .body("accepted.units", equalTo(4))
        .body("accepted.branches", equalTo(2))
        .body("accepted.records", equalTo(2))
        .body("accepted.meetings", equalTo(4))
        .body("errorFile", nullValue());

    Upload.of("meetings", reversed(Csv.meetings("2026-10", "B1", "B2")))
        .and("records", Csv.records("2026-10", "B2", "B1"))
        .and("branches", Csv.branches("B2", "B1"))
        .and("units", Csv.UNITS)
        .accepted()
        .body("accepted.units", equalTo(0))
        .body("accepted.branches", equalTo(0))
        .body("accepted.records", equalTo(0))
        .body("accepted.meetings", equalTo(0))
        .body("unchanged.units", equalTo(4))
        .body("unchanged.branches", equalTo(2))
        .body("unchanged.records", equalTo(2))
        .body("unchanged.meetings", equalTo(4));
    given().get("/api/records/B1/2026-10").then().body("version", equalTo(1));
  }

  @Test
  void rejectsARecordWithAllItsMeetings_andOnlyThat() {
    roster("B1", "B2");

    Upload.of("records", Csv.records("2026-10", "B1", "B2"))
        .and(
            "meetings",
            Csv.meetings("2026-10", "B2")
                + "B1,2026-10,支委会,2026-11-01,,x,3,0,3\n"
                + "B1,2026-10,支委会,2026-10-02,,x,3,0,3\n")
        .accepted()
        .body("accepted.records", equalTo(1))
        .body("rejected.records", equalTo(1))
        .body("rejected.meetings", equalTo(2))
        .body("errorCount", equalTo(1))
        .body("errors[0].table", equalTo("meetings"))
        .body("errors[0].row", equalTo(4))
        .body("errors[0].field", equalTo("heldOn"))
        .body("errors[0].value", equalTo("2026-11-01"))
        .body("errors[0].message", containsString("召开日期“2026-11-01”不在纪实月份2026-10之内"));
    given().get("/api/records/B1/2026-10").then().statusCode(404);
    given().get("/api/records/B2/2026-10").then().body("meetings", hasSize(2));
  }

  @Test
  void keepsMeetingsOnFile_whereTheUploadHasNone_andRemovesThemWhereAnEmptyTableMay() {
    roster("B1");
    Upload.of("records", Csv.records("2026-10", "B1"))
        .and("meetings", Csv.meetings("2026-10", "B1"))
        .accepted();

    Upload.of("records", Csv.RECORD_HEADING + "B1,2026-10,2026-10-28,13,1000\n")
        .accepted()
        .body("accepted.records", equalTo(1));
    given()
        .get("/api/records/B1/2026-10")
        .then()
        .body("fullMembers", equalTo(13))
        .body("version", equalTo(2))
        .body("meetings", hasSize(2));

    Upload.of("records", Csv.RECORD_HEADING + "B1,2026-10,2026-10-28,13,1000\n")
        .and("meetings", Csv.MEETING_HEADING)
        .removals("accept")
        .accepted()
        .body("accepted.records", equalTo(1));
    given()
        .get("/api/records/B1/2026-10")
        .then()
        .body("version", equalTo(3))
        .body("meetings", hasSize(0));
    given()
        .get("/api/records/B1/2026-10/versions")
        .then()
        .body("version", contains(3, 2, 1))
        .body("[2].content.fullMembers", equalTo(12))
        .body("[2].content.month", equalTo("2026-10"))
        .body("[2].content.meetings", hasSize(2));
  }

  @Test
  void takesMeetingsWithoutARecordRow_forTheRecordOnFile() {
    roster("B1");
    Upload.of("records", Csv.records("2026-10", "B1")).accepted();

    Upload.of("meetings", Csv.meetings("2026-10", "B1") + "B1,2026-09,支委会,2026-09-02,,x,3,0,3\n")
        .accepted()
        .body("accepted.meetings", equalTo(2))
        .body("errors.row", contains(4))
        .body("errors[0].message", containsString("没有支部“B1”2026-09的月度纪实"));

    given().get("/api/records/B1/2026-10").then().body("meetings", hasSize(2));
  }

  @Test
  void rejectsTheRecordsOfABranch_whoseMeetingDoesNotTellItsMonth() {
    roster("B1", "B2");

    Upload.of("records", Csv.records("2026-10", "B1", "B2"))
        .and("meetings", Csv.MEETING_HEADING + "B1,十月,支委会,十日,,x,3,0,3\n")
        .accepted()
        .body("accepted.records", equalTo(1))
        .body("rejected.records", equalTo(1))
        .body("rejected.meetings", equalTo(1));
  }

  @Test
  void refusesEveryRowOfAKeyThatStandsTwice() {
    roster("B1", "B2");

    Upload.of("records", Csv.records("2026-10", "B1", "B2", "B1"))
        .accepted()
        .body("accepted.records", equalTo(1))
        .body("rejected.records", equalTo(2))
        .body("errors.row", contains(2, 4))
        .body("errors[0].message", containsString("与第4行重复"))
        .body("errors[1].message", containsString("与第2行重复"));
  }

  @Test
  void refusesMisplacedUnits_andKeepsTheRest() {
    Upload.of(
            "units",
            Csv.UNITS
                + "R2,又一个市委,CITY,\n"
                + "K1,甲,COMMITTEE,K2\n"
                + "K2,乙,COMMITTEE,K1\n"
                + "K3,丙,COMMITTEE,K1\n"
                + "N1,丁,COMMITTEE,没有\n"
                + "G1,戊,GENERAL_BRANCH,Z1\n"
                + "S1,己,COMMITTEE,S1\n"
                + "OK,庚,COMMITTEE,X1\n")
        .accepted()
        .body("accepted.units", equalTo(5))
        .body("rejected.units", equalTo(7))
        .body("errors.message", hasItem(containsString("已有最上级党组织")))
        .body("errors.message", hasItem(containsString("形成了循环")))
        .body("errors.message", hasItem(containsString("“没有”不存在")))
        .body("errors.message", hasItem(containsString("党总支之下不能再设党组织")))
        .body("errors.message", hasItem(containsString("不能是党组织自己")));
    given()
        .get("/api/units")
        .then()
        .body("items.find { it.unitCode == 'Z1' }.committeeCode", equalTo("W1"))
        .body(
            "items.find { it.unitCode == 'Z1' }.pathNames",
            contains("样例市委", "样例县委", "样例镇党委", "样例党总支"));
  }

  @Test
  void followsAUnitThatMoves_andRenamesTheRoot() {
    Upload.of("units", Csv.UNITS).accepted();

    Upload.of("units", "党组织编码,党组织名称,层级,上级党组织编码\nC1,新名市委,市委,\nX2,新县,县级党委,C1\nW1,样例镇党委,基层党委,X2\n")
        .accepted()
        .body("accepted.units", equalTo(3));

    given()
        .get("/api/units")
        .then()
        .body("items.find { it.unitCode == 'Z1' }.pathNames[0]", equalTo("新名市委"))
        .body("items.find { it.unitCode == 'Z1' }.path", contains("C1", "X2", "W1", "Z1"));
  }

  @Test
  void refusesAUnitChange_thatLeavesBranchesWithoutACommittee() {
    roster("B1");

    Upload.of("units", "unitCode,unitName,level,parentCode\nW1,样例镇党委,COUNTY,X1\n")
        .accepted()
        .body("rejected.units", equalTo(1))
        .body("errors[0].field", equalTo("level"));
  }

  @Test
  void refusesBranches_atUnitsThatCannotHaveThem() {
    Upload.of("units", Csv.UNITS + "G9,直属总支,GENERAL_BRANCH,X1\n")
        .and(
            "branches",
            Csv.BRANCH_HEADING
                + "B1,甲,没有,农村,单独,2010-01-01,3\n"
                + "B2,乙,X1,农村,单独,2010-01-01,3\n"
                + "B3,丙,G9,农村,单独,2010-01-01,3\n"
                + "B4,丁,Z1,农村,单独,2010-01-01,3\n")
        .accepted()
        .body("accepted.branches", equalTo(1))
        .body("errors.message", hasItem(containsString("所属党组织编码“没有”不存在")))
        .body("errors.message", hasItem(containsString("“X1”不是基层党委或党总支")))
        .body("errors.message", hasItem(containsString("“G9”及其上级中没有基层党委")));
  }

  @Test
  void keepsTheVersionsOfABranch_withTheirDays() {
    Upload.of("units", Csv.UNITS)
        .and("branches", Csv.branches("B1"))
        .effectiveOn("2026-01-01")
        .accepted();
    String later = Csv.branches("B1").replace(",3\n", ",5\n");
    Upload.of("branches", later).effectiveOn("2026-06-01").accepted();

    Upload.of("branches", later)
        .effectiveOn("2026-07-01")
        .accepted()
        .body("unchanged.branches", equalTo(1));
    Upload.of("branches", later)
        .effectiveOn("2026-03-01")
        .accepted()
        .body("accepted.branches", equalTo(1));
    Upload.of("branches", Csv.branches("B1").replace(",3\n", ",4\n"))
        .effectiveOn("2026-04-01")
        .accepted()
        .body("accepted.branches", equalTo(1));

    given()
        .get("/api/branches/B1")
        .then()
        .body("committeeSize", equalTo(5))
        .body("version", equalTo(2))
        .body("effectiveOn", equalTo("2026-06-01"));
    assertThat(
            database.value(
                "SELECT string_agg(effective_on || ':' || committee_size, ' ' ORDER BY version)"
                    + " FROM branch_version"))
        .isEqualTo("2026-01-01:3 2026-06-01:5 2026-03-01:5 2026-04-01:4");
  }

  @Test
  void readsGb18030_andUtf8WithAMark() {
    Upload.of("units", "\uFEFF" + Csv.UNITS).accepted().body("accepted.units", equalTo(4));
    new Upload()
        .with("branches", Csv.branches("支１").getBytes(Charset.forName("GB18030")))
        .accepted()
        .body("accepted.branches", equalTo(1));
    given().get("/api/branches/支1").then().body("branchName", equalTo("样例支部支１"));
  }

  @Test
  void warnsOfUnknownColumns_andRefusesMissingOnes() {
    Upload.of("units", Csv.UNITS.replace("parentCode\n", "parentCode,备注\n"))
        .accepted()
        .body("warnings", hasItem(containsString("备注")));
    Upload.of("units", "unitCode,unitName\nC1,样例市委\n")
        .refused()
        .body("detail", containsString("缺少必需的列：层级"));
    Upload.of("units", "甲,乙\n1,2\n").refused().body("detail", containsString("没有找到表头"));
    Upload.of("units", "unitCode,unitName,level,党组织名称\nC1,样例市委,CITY,x\n")
        .refused()
        .body("detail", containsString("出现了两次"));
  }

  @Test
  void refusesOddUploads() {
    given().multiPart("other", "x").post("/api/imports").then().statusCode(400);
    Upload.of("other", "x").refused().body("detail", containsString("没有叫“other”的部分"));
    Upload.of("units", "").refused().body("detail", containsString("文件是空的"));
    Upload.of("units", Csv.UNITS).with("file", new byte[] {1}).refused();
    Upload.of("units", Csv.UNITS).and("units", Csv.UNITS).refused();
    Upload.of("units", Csv.UNITS).effectiveOn("昨天").refused();
    Upload.of("units", "unitCode,unitName,level\n\"C1,没有结束的引号,CITY\n")
        .refused()
        .body("detail", containsString("引号"));
    Upload.of("units", "PK\u0003\u0004").refused().body("detail", containsString("不是CSV而是工作簿"));
    Upload.of("units", "unitCode,unitName,level\nC1,a\u0000b,CITY\n").refused();
  }

  @Test
  void keepsAReturnedRecordReturned_untilItChanges() {
    roster("B1");
    Upload.of("records", Csv.records("2026-10", "B1")).accepted();
    given()
        .contentType("application/json")
        .body("{\"reason\":\"人数不符\"}")
        .post("/api/records/B1/2026-10/return")
        .then()
        .statusCode(200)
        .body("status", equalTo("RETURNED"));

    Upload.of("records", Csv.records("2026-10", "B1")).accepted();
    given().get("/api/records/B1/2026-10").then().body("status", equalTo("RETURNED"));

    Upload.of("records", Csv.RECORD_HEADING + "B1,2026-10,2026-10-28,13,1000\n").accepted();
    given()
        .get("/api/records/B1/2026-10")
        .then()
        .body("status", equalTo("FILED"))
        .body("returnReason", nullValue());
  }

  @Test
  void refusesNewCodes_thatLookAlike_withinTheFileAndBesideWhatIsOnFile() {
    roster("B1");

    Upload.of("branches", Csv.branches("b1", "C-2", "c‐2", "Ｄ3", "B1"))
        .and("units", Csv.UNITS + "w1,样例乡党委,COMMITTEE,X1\nQ1,甲,COMMITTEE,X1\nq1,乙,COMMITTEE,X1\n")
        .accepted()
        .body("accepted.branches", equalTo(1))
        .body("rejected.branches", equalTo(3))
        .body("unchanged.branches", equalTo(1))
        .body("errors.findAll { it.table == 'branches' }.row", contains(2, 3, 4))
        .body("errors.findAll { it.table == 'branches' }[0].message", containsString("“B1”只有大小写"))
        .body("errors.findAll { it.table == 'branches' }[1].message", containsString("“c‐2”只有大小写"))
        .body("errors.findAll { it.table == 'units' }.row", contains(6, 7, 8))
        .body("rejected.units", equalTo(3));
    given().get("/api/branches/D3").then().statusCode(200);
  }

  @Test
  void refusesANewCode_thatLooksLikeOneOnFile_andTakesThatOneUnderItsExactCode() {
    roster("B1");

    Upload.of("branches", Csv.branches("b1"))
        .accepted()
        .body("errors[0].message", containsString("与已有的编码只有大小写"));
    Upload.of("branches", Csv.branches("B1").replace("2010-01-01", "2011-01-01"))
        .accepted()
        .body("accepted.branches", equalTo(1));
    Upload.of("units", "unitCode,unitName,level,parentCode\nw1,样例乡党委,COMMITTEE,X1\n")
        .accepted()
        .body("errors[0].message", containsString("党组织编码“w1”与已有的编码只有大小写"));
  }

  @Test
  void countsWordsThatMeanNothing_andStoresNone() {
    Upload.of("units", Csv.UNITS)
        .and(
            "branches",
            Csv.BRANCH_HEADING.strip()
                + ",联系领导,结对支部编码,活动场所\n"
                + "N1,甲,W1,农村,单独,2010-01-01,3,无,/,无\nN2,乙,W1,农村,单独,2010-01-01,3,暂缺,NA,自有\n")
        .accepted()
        .body("errorCount", equalTo(0))
        .body("warnings", hasItem(containsString("联系领导2处（第2、3行）、结对支部编码2处（第2、3行）")));

    given()
        .get("/api/branches/N1")
        .then()
        .body("liaisonLeader", nullValue())
        .body("pairedBranchCode", nullValue())
        .body("venue", equalTo("NONE"));
  }

  static String reversed(String csv) {
    String[] lines = csv.split("\n");
    StringBuilder result = new StringBuilder(lines[0]).append('\n');
    for (int i = lines.length - 1; i > 0; i--) {
      result.append(lines[i]).append('\n');
    }
    return result.toString();
  }

  private static void roster(String... codes) {
    Upload.of("units", Csv.UNITS).and("branches", Csv.branches(codes)).accepted();
  }
}

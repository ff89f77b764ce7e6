package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.liangpai.dictionary.Table;
import org.liangpai.testsupport.PostgresTestResource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class WorkbookTest {

  private final Database database;

  WorkbookTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void clearsTheDatabase() {
    database.clear();
  }

  @Test
  void readsSheetsInAnyOrder_belowATitle_andPassesOverTheRest() {
    Sheets sheets = new Sheets();
    sheets.add("月度纪实", Csv.records("2026-10", "B1"));
    sheets.add("支部名册", "样例县支部名册\n\n" + Csv.branches("B1"));
    sheets.add("党组织", Csv.UNITS);
    sheets.add("说明", "怎样填写");

    Upload.workbook(sheets.bytes())
        .accepted()
        .body("accepted.units", equalTo(4))
        .body("accepted.branches", equalTo(1))
        .body("accepted.records", equalTo(1))
        .body("warnings", hasItem(containsString("“说明”")));
  }

  @Test
  void readsDates_numbersAndFormulas_asSpreadsheetsKeepThem() {
    Sheets sheets = new Sheets();
    sheets.add("党组织", Csv.UNITS);
    Sheet branches = sheets.add("支部名册", Csv.branches("X"));
    CellStyle date = sheets.workbook().createCellStyle();
    date.setDataFormat(
        sheets
            .workbook()
            .getCreationHelper()
            .createDataFormat()
            .getFormat("yyyy\"年\"m\"月\"d\"日\""));
    Row row = branches.getRow(1);
    row.getCell(0).setCellValue(340401);
    Cell founded = row.getCell(5);
    founded.setBlank();
    founded.setCellValue(LocalDate.of(2011, 7, 1));
    founded.setCellStyle(date);
    row.getCell(6).setCellFormula("1+2");
    sheets.workbook().getCreationHelper().createFormulaEvaluator().evaluateAll();
    branches.setColumnHidden(1, true);
    for (int i = 2; i < 2_000; i++) {
      branches.createRow(i).createCell(3).setCellStyle(date);
    }

    Upload.workbook(sheets.bytes()).accepted().body("errorCount", equalTo(0));

    given()
        .get("/api/branches/340401")
        .then()
        .body("foundedOn", equalTo("2011-07-01"))
        .body("committeeSize", equalTo(3));
  }

  @Test
  void blamesAFailedFormula() {
    Sheets sheets = new Sheets();
    sheets.add("党组织", Csv.UNITS);
    Sheet branches = sheets.add("支部名册", Csv.branches("B1", "B2"));
    branches
        .getRow(1)
        .getCell(6)
        .setCellErrorValue(org.apache.poi.ss.usermodel.FormulaError.REF.getCode());

    Upload.workbook(sheets.bytes())
        .accepted()
        .body("accepted.branches", equalTo(1))
        .body("errors", hasSize(1))
        .body("errors[0].row", equalTo(2))
        .body("errors[0].field", equalTo("committeeSize"))
        .body("errors[0].value", equalTo("#REF!"));
  }

  @Test
  void findsTheSharedTexts_whereTheWorkbookSaysTheyAre() {
    Sheets sheets = new Sheets();
    sheets.add("党组织", Csv.UNITS);
    byte[] moved =
        Sheets.tampered(
            sheets.bytes(),
            name -> name.replace("sharedStrings", "Texts"),
            (name, text) -> text.replace("sharedStrings.xml", "Texts.xml"));

    Upload.workbook(moved).accepted().body("accepted.units", equalTo(4));
  }

  @Test
  void recognisesTheTables_ofSheetsWithAnyName() {
    Sheets sheets = new Sheets();
    sheets.add("Sheet1", Csv.records("2026-10", "B1"));
    sheets.add("Sheet2", "样例县\n" + Csv.branches("B1"));
    sheets.add("Sheet3", Csv.UNITS);
    sheets.add("Sheet4", Csv.meetings("2026-10", "B1"));

    Upload.workbook(sheets.bytes())
        .accepted()
        .body("errorCount", equalTo(0))
        .body("accepted.units", equalTo(4))
        .body("accepted.branches", equalTo(1))
        .body("accepted.records", equalTo(1))
        .body("accepted.meetings", equalTo(2))
        .body("warnings", hasItem("工作表“Sheet2”按表头认作“支部名册”"));
  }

  @Test
  void readsMergedCells_asASpreadsheetWritesThem() {
    Sheets sheets = new Sheets();
    sheets.add("党组织", Csv.UNITS);
    Sheet branches = sheets.add("支部名册", Csv.branches("B1", "B2", "B3"));
    branches.getRow(2).getCell(2).setBlank();
    branches.getRow(3).getCell(2).setBlank();
    branches.addMergedRegion(CellRangeAddress.valueOf("C2:C4"));

    Upload.workbook(sheets.bytes())
        .accepted()
        .body("accepted.branches", equalTo(3))
        .body("warnings", hasItem(containsString("2行（第3、4行）")));
  }

  @Test
  void ignoresTheExampleOfTheTemplate() {
    byte[] template = given().get("/api/imports/template.xlsx").asByteArray();

    Upload.workbook(template)
        .accepted()
        .body("errorCount", equalTo(0))
        .body("warnings", hasSize(0))
        .body("accepted.units", equalTo(0))
        .body("unchanged.records", equalTo(0));
  }

  @Test
  void offersATemplate_withNotesAndDropDowns() {
    try (XSSFWorkbook template =
        Sheets.open(given().get("/api/imports/template.xlsx").asByteArray())) {
      assertThat(template.getNumberOfSheets()).isEqualTo(4);
      for (Table table : Table.values()) {
        var sheet = template.getSheet(table.label());
        assertThat((int) sheet.getRow(0).getLastCellNum()).isEqualTo(table.fields().size());
        assertThat(sheet.getCellComments()).hasSize(table.fields().size());
        assertThat(sheet.getPaneInformation().isFreezePane()).isTrue();
      }
      assertThat(template.getSheet("支部名册").getDataValidations()).hasSize(5);
      assertThat(
              template
                  .getSheet("支部名册")
                  .getRow(0)
                  .getCell(3)
                  .getCellComment()
                  .getString()
                  .getString())
          .contains("必填")
          .contains("农村、社区");
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void givesFailedRowsBack_toBeMendedAndImportedAgain() throws IOException {
    String bad = "B1,2026-10,主题党日,2026-10-15,,=cmd|x,12,1,12\n";
    Upload.of("units", Csv.UNITS).and("branches", Csv.branches("B1", "B2")).accepted();
    String url =
        Upload.of("records", Csv.records("2026-10", "B1", "B2"))
            .and("meetings", Csv.meetings("2026-10", "B1", "B2") + bad)
            .accepted()
            .body("rejected.meetings", equalTo(3))
            .extract()
            .path("errorFile");
    byte[] errors = given().get(url).then().statusCode(200).extract().asByteArray();

    try (XSSFWorkbook workbook = Sheets.open(errors)) {
      Sheet meetings = workbook.getSheet("会议活动");
      int reason = Table.MEETINGS.fields().size();
      assertThat(workbook.getSheet("月度纪实").getLastRowNum()).isEqualTo(1);
      assertThat(workbook.getSheet("支部名册").getLastRowNum()).isZero();
      assertThat(meetings.getLastRowNum()).isEqualTo(3);
      assertThat(text(meetings, 0, reason)).isEqualTo("错误原因");
      assertThat(text(meetings, 1, reason)).contains("整条一并退回");
      assertThat(text(meetings, 1, 2)).isEqualTo("支委会");
      assertThat(text(meetings, 3, reason)).contains("实到人数“12”多于应到减免计的11人");
      assertThat(text(meetings, 3, column("topic"))).isEqualTo("'=cmd|x");
      meetings.getRow(3).createCell(column("actual")).setCellValue("11");
      ByteArrayOutputStream mended = new ByteArrayOutputStream();
      workbook.write(mended);

      Upload.workbook(mended.toByteArray())
          .accepted()
          .body("errorCount", equalTo(0))
          .body("warnings", hasSize(0))
          .body("errorFile", nullValue())
          .body("accepted.records", equalTo(1))
          .body("accepted.meetings", equalTo(3));
    }
    given()
        .get("/api/records/B1/2026-10")
        .then()
        .body("meetings", hasSize(3))
        .body("meetings[2].topic", equalTo("=cmd|x"));
  }

  @Test
  void leavesTheMeetingsOut_whereTheUploadHadNone() {
    String url =
        Upload.of("records", Csv.records("2026-10", "没有"))
            .accepted()
            .body("errors[0].message", containsString("不在支部名册中"))
            .extract()
            .path("errorFile");

    try (XSSFWorkbook workbook = Sheets.open(given().get(url).asByteArray())) {
      assertThat(workbook.getSheet("会议活动")).isNull();
      assertThat(text(workbook.getSheet("月度纪实"), 1, 0)).isEqualTo("没有");
    } catch (IOException failed) {
      throw new IllegalStateException(failed);
    }
  }

  @Test
  void knowsNoOtherFiles() {
    given().get("/api/imports/999999/errors.xlsx").then().statusCode(404);
    given().get("/api/imports/x/errors.xlsx").then().statusCode(404);
    given().urlEncodingEnabled(false).get("/api/imports/..%2F1/errors.xlsx").then().statusCode(404);
  }

  private static int column(String field) {
    return Table.MEETINGS.fields().indexOf(Table.MEETINGS.field(field));
  }

  private static String text(Sheet sheet, int row, int column) {
    return sheet.getRow(row).getCell(column).getStringCellValue();
  }
}

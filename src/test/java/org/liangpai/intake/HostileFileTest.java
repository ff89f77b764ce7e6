package org.liangpai.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.testsupport.PostgresTestResource;

@QuarkusTest
@QuarkusTestResource(PostgresTestResource.class)
class HostileFileTest {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private final Database database;

  HostileFileTest(Database database) {
    this.database = database;
  }

  @BeforeEach
  void clearsTheDatabase() {
    database.clear();
  }

  @AfterEach
  void storedNothing() {
    assertThat(database.value("SELECT count(*) FROM unit")).isEqualTo("0");
  }

  @Test
  void refusesWhatIsNoWorkbook() throws IOException {
    refused(new byte[0], "文件是空的");
    refused("unitCode,unitName\n".getBytes(StandardCharsets.UTF_8), "不是xlsx工作簿");
    refused(Sheets.zip(Map.of("a.txt", new byte[] {1})), "不是xlsx工作簿");
    byte[] whole = units().bytes();
    refused(Arrays.copyOf(whole, whole.length / 2), "已损坏");
    byte[] scratched = whole.clone();
    Arrays.fill(scratched, 200, 2000, (byte) 7);
    Upload.workbook(scratched).refused();
  }

  @Test
  void tellsOldAndEncryptedWorkbooks() throws IOException {
    ByteArrayOutputStream old = new ByteArrayOutputStream();
    try (HSSFWorkbook workbook = new HSSFWorkbook()) {
      workbook.createSheet("党组织");
      workbook.write(old);
    }
    refused(old.toByteArray(), "旧版xls");
    refused(encrypted(units().bytes()), "已加密");
  }

  @Test
  void refusesDocumentTypesAndEntities() {
    String type = "<!DOCTYPE worksheet [<!ENTITY x \"y\">]>";
    refused(
        tampered(SHEET, sheet -> sheet.replaceFirst("<worksheet", type + "<worksheet")), "文档类型或实体");
    refused(
        tampered(
            "xl/workbook.xml",
            sheet -> sheet.replaceFirst("<workbook", "<!DOCTYPE workbook><workbook")),
        "文档类型或实体");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "xl/workbook.xml",
        "xl/_rels/workbook.xml.rels",
        "xl/styles.xml",
        "xl/sharedStrings.xml",
        SHEET
      })
  void refusesEntitiesFromElsewhere_inEveryPartThatIsRead(String part) {
    String type = "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    refused(
        tampered(
            part,
            text -> type + text.replaceFirst("^<\\?xml[^>]*>", "").replaceFirst("</", "&x;</")),
        "文档类型或实体");
  }

  @Test
  void refusesSheets_thatLieOutsideOfTheWorkbook() {
    for (String target : List.of("../../../etc/passwd", "file:///etc/passwd", "/etc/passwd")) {
      refused(
          tampered(
              "xl/_rels/workbook.xml.rels",
              text -> text.replaceFirst("[^\"]*worksheets/sheet1.xml", target)),
          "已损坏");
    }
  }

  @Test
  void refusesATableThatIsNoText() {
    byte[] picture = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
    byte[] program = {0x7F, 'E', 'L', 'F', 2, 1, 1, 0, 0, 0, 0, 0};
    for (byte[] binary : List.of(picture, program, units().bytes())) {
      new Upload().with("units", binary).refused().body("errors[0].pointer", equalTo("units"));
    }
  }

  @Test
  void takesNoPathFromNames() {
    for (String name : List.of("../units", "units/../../x", "/etc/passwd", "units%00")) {
      new Upload().with(name, new byte[] {'a'}).refused();
    }
    // The name of a file is not used at all: neither as a path nor to tell what it is.
    given()
        .multiPart("file", "../../../tmp/units.csv", "no workbook".getBytes(StandardCharsets.UTF_8))
        .post("/api/imports")
        .then()
        .statusCode(400)
        .body("detail", containsString("不是xlsx工作簿"));
  }

  @Test
  void refusesOddStructures() {
    refused(tampered(SHEET, sheet -> sheet.replace("r=\"A2\"", "r=\"ZZZZZ2\"")), "已损坏");
    refused(tampered(SHEET, sheet -> sheet.replace("<row r=\"2\"", "<row r=\"1\"")), "已损坏");
    refused(tampered(SHEET, sheet -> sheet.replace("<row r=\"2\"", "<row r=\"1048577\"")), "已损坏");
    refused(tampered(SHEET, sheet -> sheet.replace("</sheetData>", "")), "已损坏");
    refused(
        tampered(SHEET, sheet -> sheet.replace("<sheetData>", "<a>".repeat(100) + "<sheetData>")),
        "已损坏");
    refused(tampered("xl/sharedStrings.xml", text -> text.replace("<t>C1</t>", longText())), "超长");
  }

  @Test
  void refusesPathsThatLeadOut() {
    refused(
        Sheets.zip(Map.of("../../evil.xml", new byte[] {1}, "xl/workbook.xml", new byte[] {1})),
        "文件路径");
  }

  @Test
  void refusesAZipBomb() throws IOException {
    byte[] blank = new byte[1 << 20];
    Arrays.fill(blank, (byte) ' ');
    refused(bomb(out -> repeat(out, blank, 40)), "超长");
    byte[] rows = "<x/>".repeat(1 << 18).getBytes(StandardCharsets.UTF_8);
    refused(bomb(out -> repeat(out, rows, 60)), "压缩比");
  }

  @Test
  void stopsAfterTwoThousandErrors_andStoresNothing() throws IOException {
    byte[] head =
        ("<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>党组织编码</t></is></c>"
                + "<c t=\"inlineStr\"><is><t>党组织名称</t></is></c>"
                + "<c t=\"inlineStr\"><is><t>层级</t></is></c></row>")
            .getBytes(StandardCharsets.UTF_8);
    byte[] file =
        bomb(
            out -> {
              out.write(head);
              for (int i = 2; i <= 40_000; i++) {
                out.write(
                    ("<row r=\""
                            + i
                            + "\"><c r=\"C"
                            + i
                            + "\" t=\"str\"><v>错"
                            + i
                            + "</v></c></row>")
                        .getBytes(StandardCharsets.UTF_8));
              }
              out.write("</sheetData></worksheet>".getBytes(StandardCharsets.UTF_8));
            });

    Upload.workbook(file)
        .accepted()
        .body("stopped", equalTo(true))
        .body("errorCount", equalTo(2_001))
        .body("errors", hasSize(2_000))
        .body("rejected.units", equalTo(667))
        .body("warnings[0]", containsString("错误超过2000处，已停止核对，没有保存任何内容"))
        .body("errorFile", nullValue());
  }

  @ParameterizedTest
  @CsvSource({"2000, false, 1", "2001, true, 0"})
  void storesTheGoodRows_upToTwoThousandErrors(int bad, boolean stopped, int stored) {
    Upload.of("units", Csv.UNITS).accepted();
    String missing =
        IntStream.range(0, bad)
            .mapToObj(i -> "N" + i + ",样例支部,没有,农村,单独,2010-01-01,3\n")
            .collect(Collectors.joining());

    Upload.of("branches", Csv.branches("B1") + missing)
        .accepted()
        .body("stopped", equalTo(stopped))
        .body("accepted.branches", equalTo(stored))
        .body("unchanged.branches", equalTo(0))
        .body("errorCount", equalTo(bad));
    given().get("/api/branches/B1").then().statusCode(stopped ? 404 : 200);
    database.clear();
  }

  private static void repeat(OutputStream out, byte[] bytes, int times) throws IOException {
    out.write("<worksheet><sheetData>".getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < times; i++) {
      out.write(bytes);
    }
  }

  private interface Content {
    void write(OutputStream out) throws IOException;
  }

  /** A workbook whose only sheet is made while it is compressed. */
  private static byte[] bomb(Content sheet) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("xl/workbook.xml"));
      out.write(
          "<workbook><sheets><sheet name=\"党组织\" id=\"r1\"/></sheets></workbook>"
              .getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry("xl/_rels/workbook.xml.rels"));
      out.write(
          "<r><Relationship Id=\"r1\" Type=\"x/worksheet\" Target=\"worksheets/sheet1.xml\"/></r>"
              .getBytes(StandardCharsets.UTF_8));
      out.putNextEntry(new ZipEntry(SHEET));
      sheet.write(out);
    }
    return bytes.toByteArray();
  }

  private static byte[] encrypted(byte[] workbook) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem container = new POIFSFileSystem()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.standard).getEncryptor();
      encryptor.confirmPassword("geheim");
      try (OutputStream data = encryptor.getDataStream(container)) {
        data.write(workbook);
      } catch (java.security.GeneralSecurityException failed) {
        throw new IOException(failed);
      }
      container.writeFilesystem(out);
    }
    return out.toByteArray();
  }

  private static String longText() {
    return "<t>" + "长".repeat(100_000) + "</t>";
  }

  private static Sheets units() {
    Sheets sheets = new Sheets();
    sheets.add("党组织", Csv.UNITS);
    return sheets;
  }

  private static byte[] tampered(String part, UnaryOperator<String> change) {
    return Sheets.tampered(
        units().bytes(), (name, text) -> name.equals(part) ? change.apply(text) : text);
  }

  private static void refused(byte[] file, String why) {
    Upload.workbook(file).refused().body("detail", containsString(why));
  }
}

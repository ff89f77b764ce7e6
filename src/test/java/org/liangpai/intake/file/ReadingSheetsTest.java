package org.liangpai.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liangpai.intake.file.RawWorkbook.row;
import static org.liangpai.intake.file.RawWorkbook.rows;
import static org.liangpai.intake.file.ReadUpload.ROSTER;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.intake.cell.Fault;
import org.liangpai.shared.Invalid;

/** What a sheet shows and its cells do not hold, and parts that lie elsewhere or are missing. */
class ReadingSheetsTest {

  private static final String REST = ",演练支部,C101,农村,单独,2015-05-20,否,2021-06-10,5,3,书记、组织委员,自有";

  @Test
  void fillsMergedRangesDown_andTellsTheRows() {
    ReadUpload read =
        roster(
            branch("E1")
                + branch("E2").replace(",自有", ",")
                + branch("E3").replace(",自有", ",")
                + branch("E4").replace("C101", "C102")
                + branch("E5").replace("C101", ""),
            "L2:L4",
            "C5:C6");

    assertThat(read.values("venue")).containsExactly("OWN", "OWN", "OWN", "OWN", "OWN");
    assertThat(read.values("unitCode")).containsExactly("C101", "C101", "C101", "C102", "C102");
    assertThat(read.warnings()).singleElement().asString().contains("合并单元格", "3行（第3、4、6行）");
  }

  @Test
  void refusesWhatAMergedRangeCoversAcross() {
    ReadUpload read = roster(branch("E1").replace("农村,单独", "农村,"), "D2:E2");

    assertThat(read.faults(2)).extracting(Fault::field).containsExactly("kind");
    assertThat(read.faults(2)).extracting(Fault::message).asString().contains("合并单元格");
  }

  @Test
  void refusesWhatAMergedRangeHides() {
    ReadUpload read = roster(branch("E1") + branch("E2").replace("C101", "C102"), "C2:C3");

    assertThat(read.faults(2)).isEmpty();
    assertThat(read.faults(3)).extracting(Fault::field).containsExactly("unitCode");
  }

  @Test
  void passesOverLinesOfTextBetweenTheRows() {
    ReadUpload read = roster("一、演练镇党委\n" + branch("E1"), "A2:L2");

    assertThat(read.values("branchCode")).containsExactly("E1");
    assertThat(read.warnings()).singleElement().asString().contains("说明或标题1行（第2行）");
  }

  @Test
  void readsHeadingsOfTwoLines() {
    String heading =
        "演练县党支部名册\n支部编码,支部名称,所属党组织编码,领域,设置形式,成立日期,换届情况,,,支委会人数,已配职务,活动场所\n,,,,,,班子由上级指定,本届选举日期,任期年限\n";
    ReadUpload read =
        sheet(
            rows(1, heading + branch("D1")),
            "A1:L1",
            "G2:I2",
            "A2:A3",
            "B2:B3",
            "C2:C3",
            "D2:D3",
            "E2:E3",
            "F2:F3",
            "J2:J3",
            "K2:K3",
            "L2:L3");

    assertThat(read.values("leadersAppointed")).containsExactly(false);
    assertThat(read.values("electedOn")).containsExactly(LocalDate.of(2021, 6, 10));
    assertThat(read.values("termYears")).containsExactly(5);
    assertThat(read.values("venue")).containsExactly("OWN");
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void readsDatesOfWebExports() {
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet(
                    "支部名册",
                    rows(1, ROSTER)
                        + founded(2, "<c s=\"1\"><v>42143.9995023148</v></c>")
                        + founded(3, "<c t=\"d\"><v>2015-05-20T00:00:00.000Z</v></c>")
                        + founded(4, "<c s=\"1\"><v>42144</v></c>")
                        + founded(5, "<c><v>20150520</v></c>")
                        + founded(6, "<c s=\"1\"><v>42144.35416666666</v></c>"))
                .formats("yyyy/m/d")
                .bytes());

    assertThat(read.values("foundedOn")).hasSize(5).containsOnly(LocalDate.of(2015, 5, 20));
  }

  @Test
  void readsDaysSince1904_withAndWithoutTheFormatOfADate() {
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet(
                    "支部名册",
                    rows(1, ROSTER)
                        + founded(2, "<c s=\"1\"><v>40682</v></c>")
                        + founded(3, "<c><v>40682</v></c>"))
                .formats("yyyy-mm-dd")
                .settings("<workbookPr date1904=\"1\"/>")
                .bytes());

    assertThat(read.values("foundedOn")).hasSize(2).containsOnly(LocalDate.of(2015, 5, 20));
  }

  @Test
  void refusesDates_thatTheSheetShowsWithoutTheirDay() {
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet(
                    "支部名册",
                    rows(1, ROSTER)
                        + founded(2, "<c s=\"1\"><v>42125</v></c>")
                        + founded(3, "<c s=\"1\"><v>42144</v></c>"))
                .formats("yyyy\"年\"m\"月\"")
                .bytes());

    assertThat(read.faults(2)).extracting(Fault::message).asString().contains("没有日");
    assertThat(read.values("foundedOn")).containsExactly(LocalDate.of(2015, 5, 20));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0000000000 | 25 | 0000000025
          0000       | 12345 | 12345
          "CB"000    | 25 | CB025
          000-000    | 1234 | 001-234
          #,##0      | 340406 | 340406
          0          | 25 | 25
          General    | 25 | 25
          """)
  void readsCodes_asTheSheetShowsThem(String format, String number, String code) {
    assertThat(code(format, number).values("branchCode")).containsExactly(code);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [DBNum1]0           | 25
          [>99]"A"0;"B"0      | 25
          yyyy-m-d            | 42144
          0%                  | 25
          0                   | 3.40406E+14
          0                   | 340406199001011230000
          """)
  void refusesCodes_whoseDigitsAreNotWhatIsShown(String format, String number) {
    assertThat(code(format, number).faults(2))
        .extracting(Fault::field)
        .containsExactly("branchCode");
  }

  @Test
  void readsNoShareAsACount() {
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet(
                    "支部名册",
                    rows(1, ROSTER)
                        + row(
                            2, "", branch("B1").strip().replace(",3,", ",<c s=\"1\"><v>1</v></c>,"))
                        + row(
                            3,
                            "",
                            branch("B2").strip().replace(",3,", ",<c s=\"2\"><v>3</v></c>,")))
                .formats("0%", "0\"人\"")
                .bytes());

    assertThat(read.faults(2)).extracting(Fault::value).containsExactly("100%");
    assertThat(read.values("committeeSize")).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"xl/workbook22.xml", "workbook.xml", "xl/Workbook.xml", "other/deep/book.xml"})
  void findsTheWorkbook_whereTheArchiveSaysItIs(String entry) {
    byte[] workbook =
        RawWorkbook.sheet("支部名册", rows(1, ROSTER + "\n" + branch("W1"))).at(entry).bytes();

    assertThat(ReadUpload.workbook(workbook).values("branchCode")).containsExactly("W1");
  }

  @Test
  void refusesASheet_whosePartIsNotThere() {
    byte[] dangling = RawWorkbook.sheet("支部名册", "").without("xl/worksheets/sheet1.xml").bytes();

    assertThatThrownBy(() -> ReadUpload.workbook(dangling))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("已损坏");
  }

  @Test
  void blamesCells_whoseTextIsNotInTheFile() {
    String heading = ROSTER + ",书记姓名";
    String lost = "<c t=\"s\"><v>5</v></c>";
    String cells = rows(1, heading) + row(2, "", branch("Z1").strip() + "," + lost);

    for (RawWorkbook workbook :
        List.of(
            RawWorkbook.sheet("支部名册", cells).strings("演练书记"), RawWorkbook.sheet("支部名册", cells))) {
      assertThat(ReadUpload.workbook(workbook.bytes()).faults(2))
          .singleElement()
          .satisfies(
              fault -> {
                assertThat(fault.field()).isEqualTo("secretaryName");
                assertThat(fault.message()).contains("文件已损坏");
              });
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<c t=\"e\"><v>#N/A</v></c>",
        "<c t=\"e\"/>",
        "<c><f>A1</f></c>",
        "<c t=\"str\"><f>A1</f></c>",
        "<c t=\"s\"><v>-1</v></c>"
      })
  void neverReadsAFilledCellAsBlank(String cell) {
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet(
                    "支部名册",
                    rows(1, ROSTER + ",联系领导") + row(2, "", branch("Z1").strip() + "," + cell))
                .bytes());

    assertThat(read.faults(2)).extracting(Fault::field).containsExactly("liaisonLeader");
  }

  @Test
  void givesNothingBack_thatWouldPassAsText() {
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet(
                    "支部名册",
                    rows(1, ROSTER + ",联系领导")
                        + row(
                            2, "", "<c><v>3.40406E+14</v></c>" + REST + ",<c t=\"s\"><v>9</v></c>")
                        + row(3, "", "<c s=\"1\"><v>25</v></c>" + REST.replace("农村", "城里") + ",张三"))
                .formats("0000")
                .bytes());

    assertThat(read.rows().get(0).raw()).startsWith("（请重新填写）", "演练支部").endsWith("（请重新填写）", "");
    assertThat(read.rows().get(1).raw()).startsWith("0025").endsWith("张三", "");
  }

  @Test
  void readsRunsOfRichText_withoutTheirPronunciation_andCachedValues() {
    String rich =
        "<c t=\"inlineStr\"><is><r><t>张</t></r><r><t>三</t></r><rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></is></c>";
    String formula = "<c t=\"str\"><f>\"B\"&amp;23</f><v>B23</v></c>";
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet(
                    "支部名册", rows(1, ROSTER + ",联系领导") + row(2, "", formula + REST + "," + rich))
                .bytes());

    assertThat(read.values("liaisonLeader")).containsExactly("张三");
    assertThat(read.values("branchCode")).containsExactly("B23");
  }

  @Test
  void recognisesASheetByItsHeading_andSaysSo() {
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet("Sheet1", rows(1, "样例县名册\n" + ROSTER + "\n" + branch("B8"))).bytes());

    assertThat(read.values("branchCode")).containsExactly("B8");
    assertThat(read.warnings()).containsExactly("工作表“Sheet1”按表头认作“支部名册”");
  }

  @Test
  void takesTheSheetThatIsCalledSo_andRefusesTwoThatOnlyLookSo() {
    RawWorkbook both =
        RawWorkbook.sheet("去年", rows(1, ROSTER + "\n" + branch("OLD")))
            .and("支部名册", "", rows(1, ROSTER + "\n" + branch("NEW")));
    RawWorkbook twins =
        RawWorkbook.sheet("甲镇", rows(1, ROSTER + "\n" + branch("B1")))
            .and("乙镇", "", rows(1, ROSTER + "\n" + branch("B2")));

    assertThat(ReadUpload.workbook(both.bytes()).values("branchCode")).containsExactly("NEW");
    assertThat(ReadUpload.workbook(both.bytes()).warnings())
        .singleElement()
        .asString()
        .contains("去年", "未导入");
    assertThatThrownBy(() -> ReadUpload.workbook(twins.bytes())).hasMessageContaining("“甲镇”和“乙镇”");
  }

  @Test
  void tellsHiddenRows_columnsAndSheets() {
    String data =
        "<cols><col min=\"2\" max=\"2\" hidden=\"1\"/><col min=\"20\" max=\"16384\" hidden=\"1\"/></cols><sheetData>"
            + rows(1, ROSTER)
            + row(2, "hidden=\"1\"", branch("B1").strip())
            + row(3, "", branch("B2").strip())
            + "</sheetData>";
    ReadUpload read =
        ReadUpload.workbook(
            RawWorkbook.sheet("支部名册", data)
                .and("旧表", "state=\"hidden\"", rows(1, ROSTER + "\n" + branch("OLD")))
                .and("更旧", "state=\"veryHidden\"", rows(1, ROSTER + "\n" + branch("OLDER")))
                .bytes());

    assertThat(read.values("branchCode")).containsExactly("B1", "B2");
    assertThat(read.warnings())
        .containsExactly(
            "有2个隐藏的工作表没有导入：“旧表”、“更旧”",
            "“支部名册”有隐藏的行，也已读取，请核对：1行（第2行）",
            "“支部名册”有1个隐藏的列，也已读取，请核对：支部名称");
  }

  @Test
  void namesWhatIsNoWorkbook() {
    Map<String, String> ods = Map.of("mimetype", "application/vnd.oasis.opendocument.spreadsheet");
    refuses(RawWorkbook.zip(ods), "ods");
    refuses(RawWorkbook.zip(Map.of("OFD.xml", "x")), "OFD");
    refuses(RawWorkbook.zip(Map.of("word/document.xml", "x")), "Word");
    refuses(RawWorkbook.zip(Map.of("xl/workbook.bin", "x")), "xlsb");
    refuses(RawWorkbook.zip(Map.of("支部名册.xlsx", "x")), "压缩包");
    refuses("<html><table><tr><td>支部编码</td></tr></table></html>", "网页（HTML）");
    refuses("\uFEFF\n<table><tr><td>支部编码</td></tr></table>", "网页（HTML）");
    refuses("MIME-Version: 1.0\n", "MHT");
    refuses(
        "<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>",
        "2003");
    refuses("%PDF-1.7", "PDF");
    refuses("  \n%PDF-1.7", "PDF");
    refuses("Rar!\u001A", "压缩包");
    refuses("{\\rtf1", "RTF");
    refuses("支部编码,支部名称\n", "CSV");
  }

  private static void refuses(String text, String why) {
    refuses(text.getBytes(StandardCharsets.UTF_8), why);
  }

  private static void refuses(byte[] bytes, String why) {
    assertThatThrownBy(() -> ReadUpload.workbook(bytes))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining(why);
  }

  private static String branch(String code) {
    return code + REST + "\n";
  }

  private static String founded(int number, String cell) {
    return row(number, "", ("J" + number + REST).replace("2015-05-20", cell));
  }

  private static ReadUpload code(String format, String number) {
    return ReadUpload.workbook(
        RawWorkbook.sheet(
                "支部名册", rows(1, ROSTER) + row(2, "", "<c s=\"1\"><v>" + number + "</v></c>" + REST))
            .formats(format.replace("<", "&lt;").replace(">", "&gt;"))
            .bytes());
  }

  private static ReadUpload roster(String lines, String... merged) {
    return sheet(rows(1, ROSTER + "\n" + lines), merged);
  }

  private static ReadUpload sheet(String rows, String... merged) {
    StringBuilder ranges = new StringBuilder();
    for (String range : merged) {
      ranges.append("<mergeCell ref=\"").append(range).append("\"/>");
    }
    return ReadUpload.workbook(
        RawWorkbook.sheet(
                "支部名册",
                "<sheetData>" + rows + "</sheetData><mergeCells>" + ranges + "</mergeCells>")
            .bytes());
  }
}

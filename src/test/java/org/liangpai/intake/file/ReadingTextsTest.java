package org.liangpai.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.liangpai.intake.file.ReadUpload.ROSTER;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.intake.cell.Fault;
import org.liangpai.shared.Invalid;

/** CSV files as people and programs write them: headings, rows beside the data, encodings. */
class ReadingTextsTest {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final String REST = ",演练支部,C101,农村,单独,2015-05-20,否,2021-06-10,5,3,书记、组织、宣传、纪检,自有";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "*支部编码",
        "支部编码（必填）",
        "支部编码\u00A0",
        "\u200B支部编码\uFEFF",
        "支 部　编 码",
        "\"支部\n编码\"",
        "\"支部编码\n（不超过64个字符）\"",
        "\"支部编码\n请用文本\"",
        "支部编码【必填】",
        "支部编码(必填",
        "1.支部编码",
        "①支部编码",
        "支部编码：",
        "★支部编码*必填",
        "ｂｒａｎｃｈＣｏｄｅ",
        "BRANCHCODE (required)",
        "branch_code"
      })
  void readsHeadings_asIfTheRemarksWereNotThere(String heading) {
    ReadUpload read = branches(ROSTER.replaceFirst("支部编码", heading) + "\n" + branch("B3"));

    assertThat(read.values("branchCode")).containsExactly("B3");
    assertThat(read.warnings()).isEmpty();
  }

  @Test
  void takesThePlainName_beforeOneWithARemark() {
    ReadUpload read = branches(ROSTER + ",支部名称（曾用名）\n" + branch("B1").replace("自有", "自有,老支部"));

    assertThat(read.values("branchName")).containsExactly("演练支部");
    assertThat(read.warnings()).singleElement().asString().contains("支部名称（曾用名）");
  }

  @Test
  void refusesColumns_inAnotherUnit() {
    String heading = "支部编码,月份,上报日期,年度工作经费预算%s\nB1,2026-10,2026-10-28,3\n";

    assertThat(records(heading.formatted("（元）")).values("budgetAmount")).hasSize(1);
    assertThatThrownBy(() -> records(heading.formatted("（万元）")))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("换算");
    assertThatThrownBy(() -> records("金额单位：万元\n" + heading.formatted("")))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("单位不是元");
    assertThat(records("单位：元\n" + heading.formatted("")).values("budgetAmount")).hasSize(1);
  }

  @Test
  void leavesOutRowsThatAreNoData_withOneWarning() {
    ReadUpload read =
        branches(
            "演练县名册\n"
                + ROSTER
                + "\n必填,必填,必填\n"
                + branch("B9")
                + "演练县名册\n"
                + ROSTER
                + "\n"
                + branch("B9b")
                + "合计,2个\n小 计：,2\n填写说明：编码用文本\n");

    assertThat(read.values("branchCode")).containsExactly("B9", "B9b");
    assertThat(read.rows()).hasSize(2);
    assertThat(read.warnings())
        .containsExactly("“支部名册”中这些行不是数据，已跳过：重复的表头1行（第6行）、合计2行（第8、9行）、说明或标题3行（第3、5、10行）");
  }

  @ParameterizedTest
  @ValueSource(strings = {"合计村", "总支1", "说明1", "注A1", "共青1", "备1"})
  void takesCodes_thatOnlyBeginLikeSuchRows(String code) {
    assertThat(branches(ROSTER + "\n" + branch(code)).values("branchCode")).containsExactly(code);
  }

  @Test
  void refusesASecondHeading_whoseColumnsLieOtherwise() {
    String moved = ROSTER.replace("支部编码,支部名称", "支部名称,支部编码");

    assertThatThrownBy(() -> branches(ROSTER + "\n" + branch("B1") + moved + "\n"))
        .isInstanceOf(Invalid.class)
        .hasMessageContaining("列的顺序");
  }

  @Test
  void readsHeadingsOfTwoLines_withoutMergedRanges() {
    ReadUpload read =
        branches(
            "支部编码,支部名称,所属党组织编码,领域,设置形式,成立日期,换届情况,,,支委会人数,已配职务,活动场所\n"
                + ",,,,,,班子由上级指定,本届选举日期,任期年限,,,\n"
                + branch("D1"));

    assertThat(read.values("termYears")).containsExactly(5);
    assertThat(read.values("leadersAppointed")).containsExactly(false);
    assertThat(read.warnings()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          填报单位：演练镇党委; 填报人：演练甲 | ,
          '填报单位：演练镇党委	填报人：演练甲' | ,
          '单位,人,日,月,年' | ;
          sep=; | ;
          """)
  void findsTheSeparator_atTheHeading(String title, char separator) {
    String table = (ROSTER + "\n" + branch("S1")).replace(',', separator);

    assertThat(branches(title + "\n" + table).values("branchCode")).containsExactly("S1");
  }

  @Test
  void countsWordsThatMeanNothing_onceByColumn() {
    ReadUpload read =
        branches(
            ROSTER
                + ",书记姓名,联系领导,结对支部编码\n"
                + branch("N1").strip()
                + ",演练甲,,\n"
                + branch("N2").strip()
                + ",空缺,无,无\n"
                + branch("N3").strip()
                + ",待定,暂无,暂缺\n"
                + branch("N4").strip()
                + ",——,/,NA\n");

    assertThat(read.values("liaisonLeader")).containsOnlyNulls();
    assertThat(read.values("pairedBranchCode")).containsOnlyNulls();
    assertThat(read.warnings())
        .singleElement()
        .asString()
        .endsWith("书记姓名3处（第3、4、5行）、联系领导3处（第3、4、5行）、结对支部编码3处（第3、4、5行）");
  }

  @ParameterizedTest
  @ValueSource(strings = {"#N/A", "#REF!", "#DIV/0!", "（请重新填写）"})
  void refusesWhatAFailedFormulaLeft_alsoAsAName(String text) {
    ReadUpload read = branches(ROSTER + ",联系领导\n" + branch("B1").strip() + "," + text);

    assertThat(read.faults(2)).extracting(Fault::field).containsExactly("liaisonLeader");
  }

  @Test
  void refusesARow_whoseCompulsoryFieldSaysNothing() {
    ReadUpload read = branches(ROSTER + "\n" + branch("B1").replace("演练支部", "暂无"));

    assertThat(read.faults(2))
        .extracting(Fault::message)
        .containsExactly("支部名称“暂无”等于没有填写，支部名称是必填项");
  }

  @ParameterizedTest
  @CsvSource({"'=\"B23\"', B23", "'\"=\"\"B23\"\"\"', B23", "'''0025', 0025", "'=\"0025\"', 0025"})
  void readsCodes_thatAreMarkedAsText(String field, String code) {
    assertThat(branches(ROSTER + "\n" + field + REST).values("branchCode")).containsExactly(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"3.40406E+14", "340406123456789000", "\"340,406\"", "=A1+1", "340406.0"})
  void refusesCodes_thatAreLost(String field) {
    ReadUpload read = branches(ROSTER + "\n" + field + REST);

    assertThat(read.faults(2)).extracting(Fault::field).containsExactly("branchCode");
  }

  @Test
  void readsWhatIsMoreLikelyChinese_ofTwoReadings() {
    String school = "unitCode,unitName,level,parentCode\nC9,学校,COMMITTEE,C1\n";

    for (Charset charset :
        List.of(
            GB18030,
            StandardCharsets.UTF_8,
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE)) {
      assertThat(ReadUpload.csv("units", school, charset).values("unitName")).containsExactly("学校");
      assertThat(ReadUpload.csv("units", ("\uFEFF" + school), charset).values("unitName"))
          .containsExactly("学校");
    }
    String dotted = "unitCode,unitName,level,parentCode\nC9,阿卜杜·热合曼,COMMITTEE,C1\n";
    assertThat(ReadUpload.csv("units", dotted).values("unitName")).containsExactly("阿卜杜·热合曼");
    assertThat(ReadUpload.csv("units", dotted, GB18030).values("unitName"))
        .containsExactly("阿卜杜·热合曼");
  }

  @Test
  void readsTheCharactersOf2022() {
    byte[] head = "unitCode,unitName,level,parentCode\nC9,".getBytes(StandardCharsets.US_ASCII);
    byte[] tail = ",COMMITTEE,C1\n".getBytes(StandardCharsets.US_ASCII);
    byte[] name = {
      (byte) 0xD1, (byte) 0xA7, (byte) 0xFE, 0x59, (byte) 0xFE, 0x51, (byte) 0xA6, (byte) 0xD9
    };
    byte[] file = new byte[head.length + name.length + tail.length];
    System.arraycopy(head, 0, file, 0, head.length);
    System.arraycopy(name, 0, file, head.length, name.length);
    System.arraycopy(tail, 0, file, head.length + name.length, tail.length);

    assertThat(ReadUpload.of("units", file).values("unitName"))
        .containsExactly("学\u9FB4" + Character.toString(0x20087) + "\uFE10");
  }

  @Test
  void readsMonths_inAnyForm() {
    ReadUpload read =
        records(
            "支部编码,月份,上报日期,正式党员数\nB0,2026年9月,2026-9-3,１８\nB0,202608,20260903,20\nB0,2026.8,2026.9.3,20\nB0,2026-07-31,2026/8/3 0:00:00,20\n");

    assertThat(read.values("month").toString()).isEqualTo("[2026-09, 2026-08, 2026-08, 2026-07]");
    assertThat(read.values("submittedOn"))
        .contains(LocalDate.of(2026, 9, 3), LocalDate.of(2026, 8, 3));
  }

  @ParameterizedTest
  @ValueSource(strings = {"<html><table>", "%PDF-1.7", "PK\u0003\u0004"})
  void namesWhatIsNoText(String content) {
    assertThatThrownBy(() -> branches(content)).isInstanceOf(Invalid.class);
  }

  private static ReadUpload branches(String text) {
    return ReadUpload.csv("branches", text);
  }

  private static ReadUpload records(String text) {
    return ReadUpload.csv("records", text);
  }

  private static String branch(String code) {
    return code + REST + "\n";
  }
}

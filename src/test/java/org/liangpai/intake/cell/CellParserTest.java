package org.liangpai.intake.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liangpai.dictionary.Choice;
import org.liangpai.dictionary.Field;
import org.liangpai.dictionary.Table;

class CellParserTest {

  private final CellParser parser = new CellParser(List.of(new Choice("RURAL", "农村")));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RECORDS | submittedOn | 2026-01-05 | 2026-01-05
          RECORDS | submittedOn | 2026/1/5 | 2026-01-05
          RECORDS | submittedOn | 2026.1.5 | 2026-01-05
          RECORDS | submittedOn | 2026年1月5日 | 2026-01-05
          RECORDS | submittedOn | ２０２６－０１－０５ | 2026-01-05
          RECORDS | submittedOn | 2026-01-05 00:00:00 | 2026-01-05
          RECORDS | submittedOn | 46027 | 2026-01-05
          RECORDS | submittedOn | 1900-01-01 | 1900-01-01
          RECORDS | submittedOn | 2100-12-31 | 2100-12-31
          RECORDS | submittedOn | 2026-01-05T00:00:00.000Z | 2026-01-05
          RECORDS | submittedOn | 2026-01-04T16:00:00Z | 2026-01-05
          RECORDS | submittedOn | 2026-01-04T15:59:59Z | 2026-01-04
          RECORDS | submittedOn | 2026-01-05T08:30+08:00 | 2026-01-05
          RECORDS | submittedOn | 2026/1/5 0:00:00 | 2026-01-05
          RECORDS | submittedOn | 2026-1-4 23:59:17 | 2026-01-05
          RECORDS | submittedOn | 2026-1-4 23:59:00 | 2026-01-04
          RECORDS | submittedOn | 2026年1月5日 上午8:30 | 2026-01-05
          RECORDS | submittedOn | 2026年1月5日8时30分 | 2026-01-05
          RECORDS | submittedOn | 2026年1月5号（星期一） | 2026-01-05
          RECORDS | submittedOn | 20260105 | 2026-01-05
          RECORDS | submittedOn | 20260105.0 | 2026-01-05
          RECORDS | submittedOn | 2026。1。5 | 2026-01-05
          RECORDS | submittedOn | 2026、1、5 | 2026-01-05
          RECORDS | submittedOn | 2026 年 1 月 5 日 | 2026-01-05
          RECORDS | submittedOn | 二〇二六年一月五日 | 2026-01-05
          RECORDS | submittedOn | 二○二六年十二月三十一日 | 2026-12-31
          RECORDS | submittedOn | 二零二六年元月廿一日 | 2026-01-21
          RECORDS | submittedOn | 46026.9995023148 | 2026-01-05
          RECORDS | submittedOn | 46027.35416666666 | 2026-01-05
          RECORDS | month | 2026-10 | 2026-10
          RECORDS | month | 202610 | 2026-10
          RECORDS | month | 2026.8 | 2026-08
          RECORDS | month | 2026.01 | 2026-01
          RECORDS | month | 2026年8月份 | 2026-08
          RECORDS | month | 二〇二六年八月 | 2026-08
          RECORDS | month | 20261031 | 2026-10
          RECORDS | month | 2026/10 | 2026-10
          RECORDS | month | 2026/1 | 2026-01
          RECORDS | month | 2026年10月 | 2026-10
          RECORDS | month | 2026-10-31 | 2026-10
          RECORDS | fullMembers | 0 | 0
          RECORDS | fullMembers | 3.0 | 3
          RECORDS | fullMembers | １２ | 12
          RECORDS | fullMembers | 1000000000 | 1000000000
          RECORDS | budgetAmount | 1,234,567.89 | 1234567.89
          RECORDS | budgetAmount | 12.500 | 12.50
          RECORDS | budgetAmount | 0 | 0.00
          RECORDS | budgetAmount | ￥1,234.5 | 1234.50
          RECORDS | budgetAmount | ¥ 1 234.5元 | 1234.50
          RECORDS | budgetAmount | 人民币１０００元整 | 1000.00
          RECORDS | budgetAmount | 1000元 | 1000.00
          RECORDS | secretaryTrainingHours | 55.5 | 55.50
          RECORDS | hasBudgetLine | 是 | true
          RECORDS | hasBudgetLine | FALSE | false
          RECORDS | hasBudgetLine | 1 | true
          RECORDS | hasBudgetLine | 0 | false
          RECORDS | hasBudgetLine | √ | true
          RECORDS | hasBudgetLine | ✓ | true
          RECORDS | hasBudgetLine | × | false
          RECORDS | hasBudgetLine | ✗ | false
          RECORDS | hasBudgetLine | 有 | true
          RECORDS | hasBudgetLine | 无 | false
          RECORDS | hasBudgetLine | y | true
          RECORDS | hasBudgetLine | No | false
          RECORDS | secretaryRating | 较好 | FAIRLY_GOOD
          RECORDS | secretaryRating | fairly_good | FAIRLY_GOOD
          RECORDS | lastAdmissionYear | 1900 | 1900
          RECORDS | lastAdmissionYear | 2024年 | 2024
          BRANCHES | domain | 农村 | RURAL
          BRANCHES | postsFilled | 宣传;书记；纪检、组织 | [SECRETARY, ORGANIZATION, PUBLICITY, DISCIPLINE]
          BRANCHES | postsFilled | 书记，书记, DEPUTY | [SECRETARY, DEPUTY]
          BRANCHES | postsFilled | 支部书记/组织委员　宣传委员 | [SECRETARY, ORGANIZATION, PUBLICITY]
          BRANCHES | postsFilled | 纪检委员、青年委员。 | [DISCIPLINE, OTHER]
          BRANCHES | venue | 无 | NONE
          BRANCHES | venue | 自　有 | OWN
          MEETINGS | voteSubject | 无 | NONE
          MEETINGS | type | 支部委员会 | COMMITTEE_MEETING
          MEETINGS | resolution | 无 | 无
          BRANCHES | branchCode | '''0025' | 0025
          BRANCHES | branchCode | 3E14 | 3E14
          BRANCHES | branchCode | Ａ１ | A1
          BRANCHES | branchCode | 支部-1.2_3 | 支部-1.2_3
          BRANCHES | branchName | ' 　甲 乙　 ' | 甲 乙
          MEETINGS | durationMinutes | 90 | 90
          """)
  void reads(Table table, String field, String text, String value) throws BadCell {
    assertThat(parse(table, field, text)).hasToString(value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          RECORDS | submittedOn | 2026-02-30
          RECORDS | submittedOn | 1899-12-31
          RECORDS | submittedOn | 2101-01-01
          RECORDS | submittedOn | 2026
          RECORDS | submittedOn | 2026-1/5
          RECORDS | submittedOn | 无
          RECORDS | submittedOn | 2015/05
          RECORDS | submittedOn | 201505
          RECORDS | submittedOn | 二〇一五年五月
          RECORDS | submittedOn | 二〇一五年五月四十日
          RECORDS | submittedOn | 20150532
          RECORDS | submittedOn | 15-05-20
          RECORDS | submittedOn | 2026-10-31 23:59:59
          RECORDS | submittedOn | 2026-10-31 25:00
          RECORDS | month | 2026-13
          RECORDS | month | 2026-00
          RECORDS | month | 2026.1
          RECORDS | month | 十月
          RECORDS | month | 202613
          RECORDS | month | 8月
          RECORDS | fullMembers | -1
          RECORDS | fullMembers | 3.5
          RECORDS | fullMembers | 1000000001
          RECORDS | fullMembers | 12人
          RECORDS | fullMembers | 1,2
          RECORDS | fullMembers | 99999999999999999999999999
          RECORDS | budgetAmount | 1.234
          RECORDS | budgetAmount | -0.01
          RECORDS | budgetAmount | 100000000000000
          RECORDS | budgetAmount | 12,34.5
          RECORDS | budgetAmount | 1.5万元
          RECORDS | budgetAmount | 3千元
          RECORDS | budgetAmount | 95%
          RECORDS | budgetAmount | 壹万元
          RECORDS | fullMembers | 95%
          RECORDS | hasBudgetLine | X
          BRANCHES | leadersAppointed | 无
          BRANCHES | branchCode | 3.40406E+14
          BRANCHES | branchCode | ３．４０４０６ｅ＋１４
          BRANCHES | branchCode | 3E+14
          BRANCHES | branchCode | 340406.0
          BRANCHES | branchCode | 340,406
          BRANCHES | branchCode | 3月12日
          BRANCHES | branchCode | 12-Mar
          BRANCHES | branchCode | =A1
          RECORDS | hasBudgetLine | 2
          RECORDS | secretaryRating | 很好
          RECORDS | lastAdmissionYear | 1899
          RECORDS | lastAdmissionYear | 2101
          BRANCHES | domain | 城市
          BRANCHES | postsFilled | 书记、主席
          BRANCHES | postsFilled | 、
          BRANCHES | branchCode | A 1
          BRANCHES | branchCode | A/1
          BRANCHES | branchCode | A\\1
          BRANCHES | branchCode | A?1
          BRANCHES | branchCode | A#1
          BRANCHES | branchCode | A%1
          BRANCHES | branchCode | ..
          """)
  void refuses_whatIsNoValue(Table table, String field, String text) {
    assertThatThrownBy(() -> parse(table, field, text))
        .isInstanceOf(BadCell.class)
        .hasMessageContaining(table.field(field).label() + "“");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "　", "\u00A0", "\uFEFF", "\t\n"})
  void readsNothing_fromABlankCell(String text) throws BadCell {
    assertThat(parse(Table.RECORDS, "fullMembers", text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "无", "暂无", " 暂 缺 ", "空缺", "待定", "—", "——", "-", "/", "／", "NA", "n/a", "无。", "（无）"
      })
  void readsNothing_fromWordsThatMeanNothing(String text) throws BadCell {
    assertThat(parse(Table.BRANCHES, "liaisonLeader", text)).isNull();
    assertThat(parse(Table.BRANCHES, "pairedBranchCode", text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"无为镇党支部", "无锡", "N1", "A-1", "待定坡村支部", "一"})
  void keepsNames_thatOnlyBeginSo(String text) throws BadCell {
    assertThat(parse(Table.BRANCHES, "branchName", text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "B\u202E1",
        "B\u200B1",
        "B\u00AD1",
        "B\u20601",
        "\u2066B1\u2069",
        "B\uFE0F1",
        "B\u31641"
      })
  void refusesCodes_withCharactersThatNobodySees(String code) {
    assertThatThrownBy(() -> parse(Table.BRANCHES, "branchCode", code))
        .isInstanceOf(BadCell.class)
        .hasMessageContaining("看不见");
  }

  @Test
  void refusesCodes_thatASpreadsheetTookForSomethingElse() throws BadCell {
    Field code = Table.BRANCHES.field("branchCode");

    for (Cell lost :
        List.of(
            Cell.number("3.40406E+14"),
            Cell.number("1.5"),
            Cell.number("-5"),
            new Cell(Cell.Kind.DATE, "2026-03-12"),
            new Cell(Cell.Kind.BOOLEAN, "true"),
            new Cell(Cell.Kind.LOST, "（文字缺失）"),
            Cell.untyped("340406123456789000"))) {
      assertThatThrownBy(() -> parser.parse(code, lost)).isInstanceOf(BadCell.class);
    }
    assertThat(parser.parse(code, Cell.number("25").shownAs("0000000025"))).isEqualTo("0000000025");
    assertThat(parser.parse(code, Cell.text("340406123456789000"))).isNotNull();
    assertThat(parser.parse(code, Cell.untyped("340406123456789001"))).isNotNull();
    assertThat(parser.parse(code, Cell.number("340406000001"))).isEqualTo("340406000001");
    assertThatThrownBy(() -> parser.parse(code, Cell.number("25").shownAs("")))
        .isInstanceOf(BadCell.class);
  }

  @Test
  void countsDaysFrom1904_whereTheWorkbookDoes() throws BadCell {
    Cell days = Cell.number("40682", Cell.Kind.NUMBER_SINCE_1904);

    assertThat(parser.parse(Table.BRANCHES.field("foundedOn"), days)).hasToString("2015-05-20");
    assertThat(parser.parse(Table.RECORDS.field("month"), days)).hasToString("2015-05");
    assertThat(parser.parse(Table.RECORDS.field("fullMembers"), days)).isEqualTo(40682);
  }

  @Test
  void saysWhichFormIsWanted() {
    assertThatThrownBy(() -> parse(Table.BRANCHES, "foundedOn", "2015/05"))
        .hasMessageContaining("没有日");
    assertThatThrownBy(() -> parse(Table.RECORDS, "month", "2026.1"))
        .hasMessageContaining("1月还是10月");
    assertThatThrownBy(() -> parse(Table.RECORDS, "budgetAmount", "1.5万元"))
        .hasMessageContaining("换算成元");
  }

  @Test
  void readsLongTexts_inLittleTime() {
    String blanks = "2015-05-20" + " ".repeat(60_000) + "x";

    assertTimeoutPreemptively(
        Duration.ofSeconds(2),
        () -> {
          for (String field : List.of("submittedOn", "month", "budgetAmount", "fullMembers")) {
            assertThatThrownBy(() -> parse(Table.RECORDS, field, blanks))
                .isInstanceOf(BadCell.class);
          }
        });
  }

  @Test
  void refusesCodes_longerThan64() throws BadCell {
    assertThat(parse(Table.UNITS, "unitCode", "a".repeat(64))).isEqualTo("a".repeat(64));
    assertThatThrownBy(() -> parse(Table.UNITS, "unitCode", "a".repeat(65)))
        .isInstanceOf(BadCell.class);
  }

  @Test
  void refusesACode_whoseDigitsASpreadsheetHasLost() throws BadCell {
    Field code = Table.UNITS.field("unitCode");

    assertThat(parser.parse(code, Cell.number("123456789012345"))).isEqualTo("123456789012345");
    assertThatThrownBy(() -> parser.parse(code, Cell.number("1.2345678901234568E+17")))
        .isInstanceOf(BadCell.class)
        .hasMessageContaining("末尾的数字已经丢失");
  }

  @Test
  void readsTheDigitsThatASpreadsheetShows() throws BadCell {
    Field amount = Table.RECORDS.field("budgetAmount");

    assertThat(parser.parse(amount, Cell.number("1234.5599999999999"))).hasToString("1234.56");
    assertThat(parser.parse(amount, Cell.number("1.5E3"))).hasToString("1500.00");
    assertThatThrownBy(() -> parser.parse(amount, Cell.number("1E999999999")))
        .isInstanceOf(BadCell.class);
  }

  @Test
  void refusesAFailedFormula() {
    assertThatThrownBy(
            () ->
                parser.parse(
                    Table.RECORDS.field("fullMembers"), new Cell(Cell.Kind.ERROR, "#REF!")))
        .isInstanceOf(BadCell.class)
        .hasMessageContaining("#REF!");
  }

  @Test
  void refusesTexts_thatCannotBeKept() throws BadCell {
    assertThat(parse(Table.MEETINGS, "topic", "一\r\n二😀")).isEqualTo("一\n二😀");
    assertThat(parse(Table.MEETINGS, "topic", "字".repeat(32_000))).isNotNull();
    for (String bad : List.of("a\u0001b", "a\uD800b", "字".repeat(32_001))) {
      assertThatThrownBy(() -> parse(Table.MEETINGS, "topic", bad)).isInstanceOf(BadCell.class);
    }
  }

  private Object parse(Table table, String field, String text) throws BadCell {
    return parser.parse(table.field(field), Cell.text(text));
  }
}

package org.liangpai.intake.cell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
          RECORDS | month | 2026-10 | 2026-10
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
          RECORDS | secretaryTrainingHours | 55.5 | 55.50
          RECORDS | hasBudgetLine | 是 | true
          RECORDS | hasBudgetLine | FALSE | false
          RECORDS | hasBudgetLine | 1 | true
          RECORDS | hasBudgetLine | 0 | false
          RECORDS | secretaryRating | 较好 | FAIRLY_GOOD
          RECORDS | secretaryRating | fairly_good | FAIRLY_GOOD
          RECORDS | lastAdmissionYear | 1900 | 1900
          BRANCHES | domain | 农村 | RURAL
          BRANCHES | postsFilled | 宣传;书记；纪检、组织 | [SECRETARY, ORGANIZATION, PUBLICITY, DISCIPLINE]
          BRANCHES | postsFilled | 书记，书记, DEPUTY | [SECRETARY, DEPUTY]
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
          RECORDS | month | 2026-13
          RECORDS | month | 2026-00
          RECORDS | month | 2026.1
          RECORDS | month | 十月
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
          RECORDS | hasBudgetLine | 有
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

package org.liangpai.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OverrideFileTest {

  private static final SpecialDay SPRING = new SpecialDay(LocalDate.of(2027, 2, 8), false, "春节");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-02-08,false,春节",
        "2027/2/8,否,春节",
        " 2027-02-08 , FALSE , 春节 ",
      })
  void reads_theWaysOfWritingADay(String line) throws IOException {
    assertThat(OverrideFile.read(file("date,working,name\n\n" + line + "\n")).days())
        .containsExactly(SPRING);
  }

  @Test
  void reads_whatSpreadsheetProgramsSave() throws IOException {
    String text = "date,working,name\r\n2027/2/8,false,春节\r\n";
    Path chinese = folder.resolve("gb.csv");
    Files.writeString(chinese, text, Charset.forName("GB18030"));

    assertThat(OverrideFile.read(chinese).days()).containsExactly(SPRING);
    assertThat(OverrideFile.read(file("\uFEFF" + text)).days()).containsExactly(SPRING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"2027,complete,全年已公布", "2027年,完整,", " 2027 , Complete , 全年 "})
  void aYearIsComplete_whereThatIsSaid(String line) throws IOException {
    Overrides one = OverrideFile.read(file("date,working,name\n2027-02-08,false,春节\n"));
    Overrides marked =
        OverrideFile.read(file("date,working,name\n2027-02-08,false,春节\n" + line + "\n"));

    assertThat(one.completeYears()).isEmpty();
    assertThat(marked.completeYears()).containsExactly(2027);
    assertThat(marked.days()).containsExactly(SPRING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2027-02-30,false,春节 | 2027-02-30 | 2000 至 2099",
        "1999-12-31,false,春节 | 1999-12-31 | 2000 至 2099",
        "2027-2-8,false,春节 | 2027-2-8 | 2000 至 2099",
        "2027-02-08,maybe,春节 | maybe | true 或 false",
        "2027-02-08,,春节 | '' | true 或 false",
        "2027-02-08,false, | '' | 1 至 30 个字",
        "2027-02-08,false | 2027-02-08,false | 三列",
        "2027-02-08，false，春节 | 2027-02-08，false，春节 | 三列",
        "2027-02-07,false,春节 | 2027-02-07 | 只能出现一次",
        "2027-02-08,complete,全年 | 2027-02-08 | 年份",
        "27,完整,全年 | 27 | 年份",
      })
  void refuses_aMalformedLine(String line, String value, String allowed) throws IOException {
    Path file = file("date,working,name\n2027-02-07,false,春节\n" + line + "\n");

    assertThatThrownBy(() -> OverrideFile.read(file))
        .isInstanceOf(CalendarRefused.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("第 3 行，值“" + value + "”")
        .hasMessageContaining(allowed);
  }

  @Test
  void refuses_aFileWithoutHeaderOrWithoutAnything() throws IOException {
    Path headless = file("2027-02-08,false,春节\n");
    assertThatThrownBy(() -> OverrideFile.read(headless))
        .hasMessageContaining("第 1 行")
        .hasMessageContaining("date,working,name");

    Path empty = file("");
    assertThatThrownBy(() -> OverrideFile.read(empty)).hasMessageContaining("第 1 行");
    assertThatThrownBy(() -> OverrideFile.read(folder.resolve("missing.csv")))
        .isInstanceOf(CalendarRefused.class)
        .hasMessageContaining("missing.csv");
  }

  @Test
  void namesEveryError_atOnce() throws IOException {
    Path file = file("date,working,name\nx,true,a\n2027-02-08,y,b\n");

    assertThatThrownBy(() -> OverrideFile.read(file))
        .hasMessageContaining("第 2 行，值“x”")
        .hasMessageContaining("第 3 行，值“y”");
  }

  private Path file(String text) throws IOException {
    Path file = folder.resolve("days.csv");
    Files.writeString(file, text);
    return file;
  }
}

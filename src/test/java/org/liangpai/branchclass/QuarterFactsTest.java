package org.liangpai.branchclass;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liangpai.warninglist.ClassStandards;
import org.liangpai.warninglist.Level;

/** Which facts make which class. */
class QuarterFactsTest {

  private static final ClassStandards STANDARDS =
      new ClassStandards(
          25,
          new ClassStandards.Advanced(Level.ORANGE, 1, 0, true, List.of("GOOD")),
          new ClassStandards.Backward(1, 2, 31));

  /** Gravest levels, oranges, reds standing, findings, days overdue, filed, on time, rating. */
  @ParameterizedTest
  @CsvSource({
    "0, 0, 0, 1, 0,  3, 3, GOOD,        A",
    "0, 0, 0, 2, 0,  3, 3, GOOD,        B",
    "1, 1, 0, 0, 0,  3, 3, GOOD,        B",
    "2, 2, 0, 0, 0,  3, 3, GOOD,        C",
    "1, 1, 1, 0, 0,  3, 3, GOOD,        C",
    "0, 0, 0, 0, 1,  3, 3, GOOD,        B",
    "0, 0, 0, 0, 30, 3, 3, GOOD,        B",
    "0, 0, 0, 0, 31, 3, 3, GOOD,        C",
    "0, 0, 0, 0, 0,  3, 2, GOOD,        B",
    "0, 0, 0, 0, 0,  3, 3, FAIRLY_GOOD, B",
    "0, 0, 0, 0, 0,  3, 3,            , B",
  })
  void judge_followsTheStandards(
      int levels,
      int oranges,
      int reds,
      int findings,
      int overdue,
      int filed,
      int onTime,
      String rating,
      BranchClass expected) {
    QuarterFacts facts =
        new QuarterFacts(levels, oranges, reds, findings, overdue, filed, onTime, rating);

    assertThat(facts.judge(STANDARDS, "橙牌").branchClass()).isEqualTo(expected);
  }

  @Test
  void average_tellsWhatItLacks() {
    QuarterFacts facts = new QuarterFacts(0, 0, 0, 2, 0, 3, 2, "FAIR");

    assertThat(facts.judge(STANDARDS, "橙牌").reasons())
        .containsExactly("属实的问题2个", "3个月中有2个月按期上报纪实", "上年度书记述职评议为“一般”");
  }

  @Test
  void difference_tellsWhatChanged() {
    QuarterFacts before = new QuarterFacts(1, 1, 1, 2, 0, 3, 3, "FAIR");
    QuarterFacts now = new QuarterFacts(0, 0, 0, 0, 0, 3, 3, "GOOD");

    assertThat(now.difference(before))
        .isEqualTo("红牌没有摘的由1张变为0张，橙牌、红牌由1张变为0张，属实的问题由2个变为0个，书记述职评议由“一般”变为“好”");
  }
}

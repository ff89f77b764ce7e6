package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class ConditionTest {

  private static final Condition HOLDS = Condition.of(true, Readings.of("groups", 2));
  private static final Condition FAILS = Condition.of(false, Readings.of("groups", 0));
  private static final Condition OPEN = Condition.unknown("纪实缺少“党小组数”");
  private static final Condition OPEN_TOO = Condition.unknown("名册缺少“活动场所”");

  @Test
  void and_aFailingPartMakesTheBlankHarmless() {
    Condition both = FAILS.and(OPEN);
    assertThat(both.truth()).isEqualTo(Truth.FALSE);
    assertThat(both.readings().gaps()).isEmpty();
  }

  @Test
  void or_aHoldingPartMakesTheBlankHarmless() {
    Condition either = OPEN.or(HOLDS);
    assertThat(either.truth()).isEqualTo(Truth.TRUE);
    assertThat(either.readings().gaps()).isEmpty();
  }

  @Test
  void and_ofTwoUnknowns_tellsBothGapsInOrder() {
    assertThat(OPEN.and(OPEN_TOO).readings().gaps()).containsExactly("纪实缺少“党小组数”", "名册缺少“活动场所”");
    assertThat(OPEN.and(OPEN).readings().gaps()).containsExactly("纪实缺少“党小组数”");
  }

  @Test
  void where_theScopeFails_doesNotApplyWhateverTheRest() {
    assertThat(HOLDS.where(FAILS, "未划分党小组").outOfScope()).isEqualTo("未划分党小组");
    assertThat(OPEN.where(FAILS, "未划分党小组").outOfScope()).isEqualTo("未划分党小组");
  }

  @Test
  void where_theScopeIsUnknown_isUnknownOnlyIfTheRestHolds() {
    assertThat(HOLDS.where(OPEN, "未划分党小组").truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(FAILS.where(OPEN, "未划分党小组").truth()).isEqualTo(Truth.FALSE);
    assertThat(FAILS.where(OPEN, "未划分党小组").outOfScope()).isNull();
  }

  @Test
  void where_aSecondScopeHolds_keepsTheFirst() {
    assertThat(HOLDS.where(FAILS, "未划分党小组").where(HOLDS, "未设支委会").outOfScope()).isEqualTo("未划分党小组");
  }

  @Test
  void measured_keepsMeasureThroughItsScope() {
    Figure days = Figure.of("days", 91);
    assertThat(HOLDS.measured(days).where(HOLDS, "未设支委会").measure())
        .isEqualTo(BigDecimal.valueOf(91));
  }
}

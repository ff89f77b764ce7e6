package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TallyTest {

  private static final Condition FIRST = Condition.of(true, Readings.of("heldOn", "10-05"));
  private static final Condition SECOND = Condition.of(true, Readings.of("heldOn", "10-12"));
  private static final Condition FAILS = Condition.of(false, Readings.of("heldOn", "10-01"));
  private static final Condition OPEN = Condition.unknown("10月18日主题党日缺少“录入日期”");

  @Test
  void any_tellsTheFirstThatMeetsIt() {
    Condition any = Tally.EMPTY.plus(FAILS).plus(FIRST).plus(SECOND).any();
    assertThat(any.truth()).isEqualTo(Truth.TRUE);
    assertThat(any.readings().values()).containsEntry("heldOn", "10-05").containsEntry("hits", 2);
  }

  @Test
  void any_ofNothing_fails() {
    assertThat(Tally.EMPTY.any().truth()).isEqualTo(Truth.FALSE);
    assertThat(Tally.EMPTY.plus(FAILS).any().truth()).isEqualTo(Truth.FALSE);
  }

  @Test
  void any_isUnknownOnlyWhileNoneMeetsIt() {
    assertThat(Tally.EMPTY.plus(FAILS).plus(OPEN).any().truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(Tally.EMPTY.plus(OPEN).plus(FIRST).any().truth()).isEqualTo(Truth.TRUE);
  }

  @Test
  void atLeast_countsTheUnknownAsPossible() {
    assertThat(Tally.EMPTY.plus(FIRST).atLeast(2).truth()).isEqualTo(Truth.FALSE);
    assertThat(Tally.EMPTY.plus(FIRST).plus(OPEN).atLeast(2).truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(Tally.EMPTY.plus(FIRST).plus(OPEN).atLeast(3).truth()).isEqualTo(Truth.FALSE);
    assertThat(Tally.EMPTY.plus(FIRST).plus(SECOND).atLeast(2).truth()).isEqualTo(Truth.TRUE);
  }

  @Test
  void atLeast_whereNotEvenTheNumberIsKnown_isUnknown() {
    Tally missingRecord = Tally.EMPTY.plus(OPEN.ofUnknownMany());
    assertThat(missingRecord.atLeast(5).truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(missingRecord.plus(OPEN).atLeast(5).truth()).isEqualTo(Truth.UNKNOWN);
  }
}

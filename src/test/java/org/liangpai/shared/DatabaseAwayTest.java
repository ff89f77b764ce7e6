package org.liangpai.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatabaseAwayTest {

  @ParameterizedTest
  @ValueSource(strings = {"08001", "08006", "53300", "57P01", "57P02", "57P03"})
  void isBehind_whereTheServerIsAwayOrFull(String state) {
    assertThat(DatabaseAway.isBehind(new IllegalStateException(new SQLException("x", state))))
        .isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"23505", "42501", "57014", "22021"})
  void isNotBehind_whereTheServerSaysNo(String state) {
    assertThat(DatabaseAway.isBehind(new SQLException("x", state))).isFalse();
  }

  @Test
  void isBehind_whereThePoolHasNothingToGive() {
    Throwable rolledBack = new IllegalStateException("rolled back");
    rolledBack.addSuppressed(new SQLException("Sorry, acquisition timeout!"));

    assertThat(DatabaseAway.isBehind(rolledBack)).isTrue();
  }

  @Test
  void endsAtCauses_thatGoInACircle() {
    IllegalStateException first = new IllegalStateException("first");
    first.initCause(new IllegalStateException("second", first));

    assertThat(DatabaseAway.isBehind(first)).isFalse();
    assertThat(DatabaseAway.isBehind(null)).isFalse();
  }
}

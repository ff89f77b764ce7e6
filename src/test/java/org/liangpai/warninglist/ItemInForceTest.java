package org.liangpai.warninglist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ItemInForceTest {

  private final WarningList list = new WarningListReader().read(WarningListSource.packaged());

  @Test
  void namesItemAndThreshold_whenAskedForWhatItLacks() {
    ItemInForce item = item("YX-04", YearMonth.of(2026, 10));

    assertThatThrownBy(() -> item.number("leastMeetings"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("YX-04")
        .hasMessageContaining("leastMeetings");
    assertThatThrownBy(() -> item.number("quorum")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> item.day("quorum")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> item.share("leastMeetings"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> item.standsFor("leastMeetings", "RURAL"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          YX-01, 2026-02, false
          YX-01, 2026-03, true
          YX-01, 2026-04, false
          YX-01, 2026-12, true
          YX-02, 2026-02, true
          YX-15, 2026-01, true
          YX-15, 2026-02, false
          BZ-01, 2026-06, true
          BZ-01, 2026-12, true
          BZ-01, 2026-03, false
          """)
  void appliesOnly_inItsMonths(String code, YearMonth month, boolean applies) {
    assertThat(item(code, month).appliesInMonth()).isEqualTo(applies);
  }

  @Test
  void keepsItsLimits_fromBeingChanged() {
    Map<String, Object> limits = item("YX-02", YearMonth.of(2026, 10)).limits();

    assertThatThrownBy(() -> limits.put("leastMeetings", 2))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void fillsASentence_name_byName() {
    WarningItem item = list.item("YX-02").orElseThrow();

    assertThat(item.sentence().placeholders()).containsExactly("month", "streak", "leastMeetings");
    assertThat(
            item.sentence()
                .filledWith(
                    Map.of("month", "2026年10月", "streak", "，已连续2个月", "leastMeetings", "$1")::get))
        .isEqualTo("2026年10月未召开支委会，已连续2个月；要求每月至少$1次");
  }

  private ItemInForce item(String code, YearMonth month) {
    return list.item(code).orElseThrow().inForce(month);
  }
}

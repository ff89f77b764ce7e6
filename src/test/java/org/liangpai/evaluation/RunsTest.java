package org.liangpai.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunsTest {

  private static final YearMonth MONTH = YearMonth.of(2026, 9);
  private static final YearMonth LONG_AGO = YearMonth.of(2020, 1);

  /** H hit, C clear, N not judged, A not applicable; the latest earlier month first. */
  @ParameterizedTest(name = "{0} after a hit makes {1}")
  @CsvSource({
    "C,            1",
    "H,            2",
    "HC,           2",
    "HCH,          2",
    "N,            1",
    "NH,           2",
    "ANNH,         2",
    "HNHAHC,       4",
    "HHHHHHHHHHH,  12",
    "HHHHHHHHHHHH, 12",
    "NNNNNNNNNNN,  1",
    "NNNNNNNNNNH,  2",
    "NNNNNNNNNNNH, 1"
  })
  void monthly_countsHitsUntilAClearOrTwelveMonths(String earlier, int running) {
    assertThat(run("YX-02", earlier, LONG_AGO, Map.of())).isEqualTo(running);
  }

  @ParameterizedTest
  @CsvSource({"2026-09, 1", "2026-08, 2", "2026-07, 3", "2025-09, 12"})
  void historyStart_endsTheRun(YearMonth historyStart, int running) {
    assertThat(run("YX-02", "H".repeat(11), historyStart, Map.of())).isEqualTo(running);
  }

  @Test
  void dismissed_breaksTheRun() {
    Map<YearMonth, Set<String>> dismissed = Map.of(MONTH.minusMonths(2), Set.of("YX-02"));
    assertThat(run("YX-02", "HHH", LONG_AGO, dismissed)).isEqualTo(2);
    assertThat(run("YX-01", "HHHHHH", LONG_AGO, dismissed)).isEqualTo(3);
  }

  @ParameterizedTest(name = "{0} after a hit makes {1} quarters")
  @CsvSource({
    "CCC,            1",
    "CCHCCC,         2",
    "AAHAAHAAH,      4",
    "AANAAHAAC,      2",
    "AAHAAHAAHAAH,   4"
  })
  void quarterly_looksAtTheLastMonthsOfQuartersOnly(String earlier, int quarters) {
    assertThat(run("YX-01", earlier, LONG_AGO, Map.of())).isEqualTo(quarters);
  }

  @Test
  void namedMonths_reportARunOfOne() {
    assertThat(run("YX-15", "HHHHHHHHHHHH", LONG_AGO, Map.of())).isEqualTo(1);
  }

  private static int run(
      String item, String earlier, YearMonth start, Map<YearMonth, Set<String>> dismissed) {
    BranchHistory branch =
        new BranchHistory(
            "B1",
            List.of(new RosterVersion(1, LocalDate.of(2010, 1, 1), HealthyBranch.roster(MONTH))),
            new TreeMap<>(),
            List.of(),
            dismissed);
    Verdict hit =
        Verdict.without(
            Packaged.LIST.item(item).orElseThrow().inForce(MONTH), "B1", Outcome.HIT, "");
    Runs.Window window = (month, branches, asked) -> told(earlier, month, asked);
    return new Runs(MONTH, start, window).count(List.of(hit), Map.of("B1", branch)).get(hit);
  }

  private static Map<String, Map<String, Outcome>> told(
      String earlier, YearMonth month, Map<String, Set<String>> asked) {
    int back = (int) month.until(MONTH, ChronoUnit.MONTHS);
    Outcome outcome = back <= earlier.length() ? outcome(earlier.charAt(back - 1)) : Outcome.CLEAR;
    Map<String, Map<String, Outcome>> told = new HashMap<>();
    asked.forEach(
        (branch, items) ->
            items.forEach(
                item -> told.computeIfAbsent(branch, code -> new HashMap<>()).put(item, outcome)));
    return told;
  }

  private static Outcome outcome(char letter) {
    return switch (letter) {
      case 'H' -> Outcome.HIT;
      case 'C' -> Outcome.CLEAR;
      case 'N' -> Outcome.NOT_JUDGED;
      default -> Outcome.NOT_APPLICABLE;
    };
  }
}
